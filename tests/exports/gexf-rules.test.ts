import { describe, expect, it } from 'vitest'
import { gexfFaults } from './gexf-rules.ts'
import { parseXml } from './parse-xml.ts'

function faults(graph: string, attributes = ''): string[] {
  const namespaces = 'xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz"'
  return gexfFaults(
    parseXml(`<gexf ${namespaces} version="1.3"><graph ${attributes}>${graph}</graph></gexf>`),
  )
}

const nodes = '<nodes><node id="a"/><node id="b"/></nodes>'

function withValue(type: string, value: string): string {
  const column = `<attributes class="node"><attribute id="0" title="t" type="${type}"/></attributes>`
  const node = `<node id="a"><attvalues><attvalue for="0" value="${value}"/></attvalues></node>`
  return `${column}<nodes>${node}</nodes><edges/>`
}

describe('gexfFaults', () => {
  it('finds none in the smallest graph', () => {
    expect(faults('<nodes/><edges/>')).toEqual([])
  })

  it.each([
    ['<edges/><nodes/>', 'graph has its children out of order'],
    ['<nodes/>', 'graph has 0 of edges'],
    ['<nodes/><edges/><nodes/>', 'graph has 2 of nodes'],
    ['<nodes><vertex/></nodes><edges/>', 'nodes has a child vertex'],
    ['<nodes><node/></nodes><edges/>', 'node lacks id'],
    ['<nodes><node id="a" size="3"/></nodes><edges/>', 'node has an attribute size'],
    ['<nodes>text</nodes><edges/>', 'nodes holds text'],
    [
      '<nodes><node id="a"><size value="1"/></node></nodes><edges/>',
      'size is of namespace "http://gexf.net/1.3"',
    ],
    [
      '<nodes><node id="a"><viz:color r="1" g="2"/></node></nodes><edges/>',
      'color has neither r, g, b nor hex',
    ],
    ['<nodes><node id="a"><viz:color r="256" g="2" b="3"/></node></nodes><edges/>', 'color has r="256"'],
    ['<nodes><node id="a"/><node id="a"/></nodes><edges/>', 'two nodes have the id "a"'],
    [`${nodes}<edges><edge id="e" source="a" target="c"/></edges>`, 'edge "e" has no target'],
    [
      `${nodes}<edges><edge source="a" target="b" kind="k"/><edge source="a" target="b" kind="k"/></edges>`,
      'two edges are ["a","b","k"]',
    ],
    [withValue('date', '2024-01-01'), 'attribute has type="date"'],
    [withValue('long', '1.5'), '"1.5" is no long'],
    [withValue('integer', '2147483648'), '"2147483648" is no integer'],
    [withValue('double', 'Infinity'), '"Infinity" is no double'],
    [withValue('boolean', 'yes'), '"yes" is no boolean'],
    [withValue('listlong', '[1, a]'), '"[1, a]" is no listlong'],
    [withValue('liststring', 'a|b'), '"a|b" is no liststring'],
    [withValue('string', 'x').replace('for="0"', 'for="1"'), 'a value is for "1", which is not declared'],
  ])('finds what is wrong with %s', (graph, fault) => {
    expect(faults(graph)).toContain(fault)
  })

  it('finds times that are not of the format, or the wrong way round', () => {
    const spell = (attributes: string) =>
      faults(
        `<nodes><node id="a"><spells><spell ${attributes}/></spells></node></nodes><edges/>`,
        'timeformat="date"',
      )
    expect(spell('start="2024-02-29"')).toEqual([])
    expect(spell('start="12"')).toEqual(['"12" is no date'])
    expect(spell('start="2024-02-30"')).toEqual(['spell has start="2024-02-30"'])
    expect(spell('start="2024-01-02" end="2024-01-01"')).toEqual(['2024-01-01 is before 2024-01-02'])
    expect(spell('timestamp="2024-01-02"')).toEqual(['a timestamp among intervals'])
  })
})
