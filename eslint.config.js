import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** What each folder of src may import: folders of ours, and packages or Node built-ins. docs/architecture.md says why. */
const layers = {
  diagnostics: { folders: [], packages: ['picocolors', 'string-width'] },
  dates: { folders: [], packages: [] },
  names: { folders: [], packages: ['fastest-levenshtein'] },
  graph: { folders: [], packages: [] },
  cypher: {
    folders: ['syntax', 'temporal', 'values', 'functions', 'semantics', 'expressions', 'plan', 'run'],
    packages: [],
  },
  'cypher/syntax': { folders: ['names'], packages: ['string-width'] },
  'cypher/temporal': { folders: [], packages: ['temporal-polyfill'] },
  'cypher/regular-expressions': { folders: [], packages: [] },
  'cypher/values': { folders: ['syntax', 'temporal', 'regular-expressions'], packages: [] },
  'cypher/functions': { folders: ['temporal', 'values'], packages: [] },
  'cypher/semantics': { folders: ['syntax', 'functions', 'names'], packages: [] },
  'cypher/expressions': {
    folders: ['syntax', 'temporal', 'values', 'functions', 'semantics'],
    packages: [],
  },
  'cypher/run': { folders: ['syntax', 'values', 'functions', 'semantics', 'expressions'], packages: [] },
  'cypher/plan': {
    folders: ['syntax', 'values', 'functions', 'semantics', 'expressions', 'run'],
    packages: [],
  },
  yaml: { folders: ['diagnostics', 'names'], packages: ['yaml'] },
  json: { folders: ['diagnostics', 'yaml'], packages: [] },
  schema: { folders: ['diagnostics', 'names', 'graph', 'yaml'], packages: [] },
  claims: {
    folders: ['diagnostics', 'dates', 'names', 'graph', 'yaml', 'json'],
    packages: ['node:crypto', 'approx-string-match'],
  },
  neo4j: { folders: ['graph', 'names'], packages: ['node:crypto'] },
  stores: { folders: ['graph', 'names', 'cypher'], packages: ['graphology', 'graphology-types'] },
  'stores/neo4j': {
    folders: ['graph', 'names', 'cypher', 'neo4j', 'stores'],
    packages: ['neo4j-driver', 'node:timers', 'node:crypto'],
  },
  questions: { folders: ['graph', 'dates', 'names', 'stores'], packages: [] },
  exports: { folders: ['graph', 'dates', 'neo4j'], packages: ['xmlbuilder', 'csv-stringify'] },
  project: {
    folders: ['diagnostics', 'graph', 'yaml', 'schema', 'claims'],
    packages: ['node:buffer', 'node:fs', 'node:path'],
  },
  cli: {
    folders: ['diagnostics', 'dates', 'graph', 'cypher', 'stores', 'questions', 'exports', 'project'],
    packages: [
      'commander',
      'picocolors',
      'string-width',
      'node:crypto',
      'node:fs',
      'node:path',
      'node:readline',
      'node:stream',
      'node:url',
    ],
  },
}

const layerRules = Object.entries(layers).map(([layer, { folders, packages }]) => {
  const allowed = [
    String.raw`\./`,
    String.raw`\.\./(?!index)[\w-]+\.ts$`,
    ...folders.map((folder) => String.raw`(\.\./)+${folder}/`),
    ...packages.map((name) => `${name}(/|$)`),
  ]
  return {
    files: [`src/${layer}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(?!${allowed.join('|^')})`,
              message: `The layer ${layer} may import only ${[...folders, ...packages].join(', ') || 'itself'}.`,
            },
          ],
        },
      ],
    },
  }
})

export default defineConfig(
  { ignores: ['dist', 'node_modules', '.docs-*'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: './tsconfig.eslint.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: 'ExportAllDeclaration', message: 'Name what is exported.' },
      ],
    },
  },
  ...layerRules,
  { files: ['*.js', '*.ts'], rules: { 'no-restricted-syntax': 'off' } },
)
