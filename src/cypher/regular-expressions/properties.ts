/** The classes of characters that regular expressions of Java name: `\p{Lu}`, `\p{Alpha}`, `\p{IsGreek}`, `\w`. */
import { invalid, unsupported, type CodePointTest, type Reader } from './syntax.ts'

/** The classes of POSIX, which are of ASCII. */
const asciiClasses: ReadonlyMap<string, RegExp> = new Map([
  ['Lower', /^[a-z]$/],
  ['Upper', /^[A-Z]$/],
  ['ASCII', /^[\0-\x7f]$/],
  ['Alpha', /^[a-zA-Z]$/],
  ['Digit', /^[0-9]$/],
  ['Alnum', /^[a-zA-Z0-9]$/],
  ['Punct', /^[!-/:-@[-`{-~]$/],
  ['Graph', /^[!-~]$/],
  ['Print', /^[ -~]$/],
  ['Blank', /^[ \t]$/],
  ['Cntrl', /^[\0-\x1f\x7f]$/],
  ['XDigit', /^[0-9a-fA-F]$/],
  ['Space', /^[ \t-\r]$/],
])

/** What a class of POSIX is where `(?U)` takes it beyond ASCII. */
const unicodeClasses: ReadonlyMap<string, RegExp> = new Map([
  ['Lower', /^\p{Lowercase}$/u],
  ['Upper', /^\p{Uppercase}$/u],
  ['Alpha', /^\p{Alphabetic}$/u],
  ['Digit', /^\p{Nd}$/u],
  ['Alnum', /^[\p{Alphabetic}\p{Nd}]$/u],
  ['Punct', /^\p{P}$/u],
  ['Graph', /^[^\p{White_Space}\p{Cc}\p{Cs}\p{Cn}]$/u],
  ['Print', /^[^\p{Zl}\p{Zp}\p{Cc}\p{Cs}\p{Cn}]$/u],
  ['Blank', /^[\p{Zs}\t]$/u],
  ['Cntrl', /^\p{Cc}$/u],
  ['XDigit', /^[\p{Nd}\p{Hex_Digit}]$/u],
  ['Space', /^\p{White_Space}$/u],
])

/** `\d`, `\s`, `\w`, `\h`, `\v`, and the opposite of each by the capital letter. */
const letterClasses: ReadonlyMap<string, readonly [RegExp, RegExp]> = new Map([
  ['d', [/^[0-9]$/, /^\p{Nd}$/u]],
  ['s', [/^[ \t-\r]$/, /^\p{White_Space}$/u]],
  ['w', [/^[a-zA-Z_0-9]$/, /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]$/u]],
  [
    'h',
    [
      /^[ \t\xa0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000]$/,
      /^[ \t\xa0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000]$/,
    ],
  ],
  ['v', [/^[\n-\r\x85\u2028\u2029]$/, /^[\n-\r\x85\u2028\u2029]$/]],
])

/** The class that a letter after a backslash means; undefined where it means none. */
export function classOfLetter(letter: string, isUnicode: boolean): CodePointTest | undefined {
  const classes = letterClasses.get(letter.toLowerCase())
  if (!classes) return undefined
  const test = testOf(classes[isUnicode ? 1 : 0])
  return letter === letter.toLowerCase() ? test : (codePoint) => !test(codePoint)
}

/** What `\w` is, for word boundaries. */
export function isWordCharacter(codePoint: number): boolean {
  return isWord(codePoint)
}

const isWord = testOf(/^[\p{L}\p{Nd}_]$/u)

/** The class that `\p{name}` means. Throws an ArgumentError for one that does not exist or is not supported. */
export function classOfName(name: string, reader: Reader): CodePointTest {
  const byName =
    (reader.flags.unicodeClasses ? unicodeClasses.get(name) : undefined) ?? asciiClasses.get(name)
  if (byName) return testOf(byName)
  if (/^(In|block=|blk=)/i.test(name)) {
    throw unsupported(
      reader,
      `the block \\p{${name}}`,
      'Write its first and last character: [\\u0370-\\u03FF].',
    )
  }
  if (/^java/.test(name)) {
    throw unsupported(
      reader,
      `the class \\p{${name}}`,
      'Write a class of Unicode: \\p{Lu}, \\p{IsAlphabetic}.',
    )
  }
  const pattern = propertyNames(name)
    .map(compileProperty)
    .find((compiled) => compiled !== undefined)
  if (!pattern) throw invalid(reader, `there is no class \\p{${name}}`)
  return testOf(pattern)
}

/** What JavaScript may call a property of Java's name. */
function propertyNames(name: string): readonly string[] {
  const [, key, value] = /^(\w+)=(\w+)$/.exec(name) ?? []
  if (key !== undefined && value !== undefined) {
    if (/^(script|sc)$/i.test(key)) return [`Script=${capitalize(value)}`]
    return /^(general_category|gc)$/i.test(key) ? [value] : []
  }
  if (!/^\w+$/.test(name)) return []
  const bare = /^is/i.test(name) ? name.slice(2) : undefined
  if (bare === undefined) return [`General_Category=${name}`]
  return [`General_Category=${bare}`, capitalize(bare), `Script=${capitalize(bare)}`]
}

/** `WHITE_SPACE` as Unicode has it: `White_Space`. */
function capitalize(name: string): string {
  return name.replace(/[A-Za-z]+/g, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
}

function compileProperty(name: string): RegExp | undefined {
  try {
    return new RegExp(`^\\p{${name}}$`, 'u')
  } catch {
    return undefined
  }
}

function testOf(pattern: RegExp): CodePointTest {
  const known: (boolean | undefined)[] = []
  return (codePoint) => {
    if (codePoint >= 128) return pattern.test(String.fromCodePoint(codePoint))
    return (known[codePoint] ??= pattern.test(String.fromCodePoint(codePoint)))
  }
}
