/** What a careless change trips over before it is reviewed: each rule here stands for a sentence of the style. */
import { basename, extname } from 'node:path';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createNodeResolver, flatConfigs } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const drawers = /^(utils?|helpers?|common|types?|misc|shared|constants?)$/;
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;

/** A file is named after the noun or verb it exports, never after the drawer it was put in. */
const fileName = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      drawer: "'{{name}}' is a drawer: name the file after what it exports.",
      kebab: "'{{name}}' is not kebab-case.",
    },
  },
  create: (context) => ({
    Program(node) {
      const name = basename(context.filename, extname(context.filename));
      if (drawers.test(name.split('.')[0])) context.report({ node, messageId: 'drawer', data: { name } });
      if (!kebabCase.test(name)) context.report({ node, messageId: 'kebab', data: { name } });
    },
  }),
};

/** What a person runs in a terminal and reads there. */
const printsToThePerson = ['scripts/**', 'audit/cli.ts', 'audit/cli/**'];

/** The pure layers: nothing that reads a clock, a disk, a network or another process. */
const pureLayer = (allowed) => [
  'error',
  {
    patterns: [
      { group: ['node:*'], message: 'This layer is pure: hand the value in as an argument.' },
      {
        regex: `^(?!node:)(?!\\.{1,2}(/|$))(?!(${allowed.join('|')})$)`,
        message: `This layer may use no package${allowed.length > 0 ? ` but ${allowed.join(', ')}` : ''}.`,
      },
    ],
  },
];

export default defineConfig(
  globalIgnores(['dist/', 'node_modules/', '.data/', 'coverage/', 'test/replay/histories/']),
  tseslint.configs.base,
  flatConfigs.typescript,
  {
    files: ['**/*.{ts,mts,cts,js,mjs,cjs}'],
    plugins: {
      'import-x': flatConfigs.recommended.plugins['import-x'],
      ruqsat: { rules: { 'file-name': fileName } },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    settings: {
      'import-x/ignore': ['node_modules'],
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.mjs', '.js', '.json'] })],
    },
    rules: {
      'ruqsat/file-name': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-duplicates': 'error',
      'import-x/first': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'max-lines': ['error', { max: 200 }],
      'max-params': ['error', { max: 3 }],
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Use node:crypto, or a seeded source that is handed in.',
        },
      ],
    },
  },
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  { files: ['domain/**'], rules: { 'no-restricted-imports': pureLayer(['typebox']) } },
  { files: ['policy/**'], rules: { 'no-restricted-imports': pureLayer([]) } },
  {
    files: ['workflows/**'],
    rules: { 'no-restricted-imports': pureLayer(['@temporalio/workflow', '@temporalio/common']) },
  },
  {
    files: ['domain/**', 'policy/**'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'setTimeout', 'setInterval', 'fetch'],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "MemberExpression[object.name='Date'][property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time is an argument in domain and policy.',
        },
      ],
    },
  },
  { files: printsToThePerson, rules: { 'no-console': 'off' } },
  {
    files: ['test/**'],
    rules: {
      'max-lines': 'off',
      'max-params': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
  {
    files: ['*.config.{js,mjs,cjs,ts}', 'test/support/global-{setup,teardown}.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
);
