/** The plan of the house, held to: who may import whom, and what every file owes its reader. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  findDrawers,
  findLongFiles,
  findMissingCaptions,
  findTracesOfMachines,
} from './architecture/check-files';
import { findCycles, findForbiddenImports } from './architecture/check-imports';
import {
  alternativesOf,
  filePatterns,
  findEmptyAlternatives,
  findEmptyLayers,
} from './architecture/check-table';
import { findUnknownNames } from './architecture/check-words';
import { isCode, isTest, readTree, root } from './architecture/tree';

const code = readTree(isCode);
const sources = new Map([...code].filter(([path]) => !isTest(path)));
const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe('the import table', () => {
  test('holds for every file', () => {
    expect(findForbiddenImports(code)).toEqual([]);
  });

  test('names nothing that is not there', () => {
    expect(findEmptyLayers(code)).toEqual([]);
    expect(findEmptyAlternatives(code, filePatterns())).toEqual([]);
  });

  test('leaves no cycle between files', () => {
    expect(findCycles(code)).toEqual([]);
  });

  test('lets no test replace a module', () => {
    const mocking = [...code].filter(([, text]) => /\bjest\.(unstable_mockModule|mock|doMock)\(/.test(text));
    expect(mocking.map(([path]) => path)).toEqual([]);
  });
});

describe('every file', () => {
  test('opens with a caption', () => {
    expect(findMissingCaptions(code)).toEqual([]);
  });

  test('is one idea, of at most two hundred lines', () => {
    expect(findLongFiles(sources, 200)).toEqual([]);
  });

  test('is named after what it holds, not after a drawer', () => {
    expect(findDrawers(code)).toEqual([]);
  });
});

describe('the tree', () => {
  test('names no folder of a machine and no package registry', () => {
    const isProse = (path: string) => !/\.(gz|png|ico|woff2?|bundle)$/.test(path);
    const ownTests = (path: string) => path.startsWith('test/architecture');
    const machineHosts = hostOf(process.env['npm_config_registry']);
    const tree = readTree((path) => isProse(path) && !ownTests(path));
    expect(findTracesOfMachines(tree, machineHosts)).toEqual([]);
  });

  test('locks versions and checksums of packages, not the address they came from', () => {
    const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
    expect(lock).not.toContain('"resolved"');
    expect(lock).toContain('"integrity"');
  });

  test('is spoken of in the words that its source uses', () => {
    const isDocument = (path: string) => path === 'README.md' || path.startsWith('docs/decisions/');
    const isSource = (path: string) =>
      !isDocument(path) && !isTest(path) && !path.endsWith('.md') && !path.startsWith('docs/');
    expect(findUnknownNames(readTree(isDocument), readTree(isSource))).toEqual([]);
  });

  const readme = join(root, 'README.md');
  (existsSync(readme) ? test : test.skip)('explains in its README exactly the scripts that exist', () => {
    expect(scriptsNamedIn(readFileSync(readme, 'utf8'))).toEqual(Object.keys(packageJson.scripts).sort());
  });
});

describe('the check itself', () => {
  const example = (files: Record<string, string>) => new Map(Object.entries(files));

  test('names an import that the table forbids', () => {
    const tree = example({
      'policy/moves.ts': `import { append } from '../db/record';\nimport { statuses } from '../domain/statuses';`,
      'db/record.ts': '',
      'domain/statuses.ts': '',
    });
    expect(findForbiddenImports(tree)).toEqual([
      'policy/moves.ts:1 imports ../db/record: policy may not import db/record',
    ]);
  });

  test.each([
    ['import type', `import type { Activities } from '../activities/record';`, 0],
    ['an import of types alone', `import { type Activities } from '../activities/record';`, 0],
    ['a type in place', `type A = import('../activities/record').Activities;`, 0],
    ['an import of values', `import { record } from '../activities/record';`, 1],
    ['types beside a value', `import { type Activities, record } from '../activities/record';`, 1],
    ['an import for its effect', `import '../activities/record';`, 1],
    ['an export that passes on', `export { record } from '../activities/record';`, 1],
    ['an import at run time', `const later = () => import('../activities/record');`, 1],
    ['a require', `const { record } = require('../activities/record');`, 1],
  ])('lets a workflow know only the types of an activity: %s', (_, text, faults) => {
    const tree = example({ 'workflows/residence-permit.ts': text, 'activities/record.ts': '' });
    expect(findForbiddenImports(tree)).toHaveLength(faults);
  });

  test.each([
    ['domain/case-file.ts', 'node:fs', 'domain may not use node:fs'],
    ['domain/case-file.ts', 'pg', 'domain may not use pg'],
    ['workflows/steps.ts', '@temporalio/client', 'workflows may not use @temporalio/client'],
    [
      'api/routes/open.ts',
      '@temporalio/client',
      'api/casework is the only file of the API that talks to Temporal',
    ],
    ['api/routes/open.ts', 'drizzle-orm/pg-core', 'SQL is written in db/ alone'],
    ['agencies/berkut.ts', '@temporalio/common', 'the neighbours know nothing of us'],
  ])('keeps %s away from %s', (path, specifier, because) => {
    expect(findForbiddenImports(example({ [path]: `import {} from '${specifier}';` }))).toEqual([
      `${path}:1 imports ${specifier}: ${because}`,
    ]);
  });

  test.each([
    ['api/routes/open.ts', '../../config', 'config.ts'],
    ['api/routes/open.ts', '../app', 'api/app.ts'],
    ['worker/create-worker.ts', './main', 'worker/main.ts'],
    ['agencies/berkut.ts', '../clients/berkut', 'clients/berkut.ts'],
    ['domain/fold.ts', '../scripts/start', 'scripts/start.ts'],
  ])('keeps %s from reaching up to %s', (path, specifier, target) => {
    const tree = example({ [path]: `import type { A } from '${specifier}';`, [target]: '' });
    expect(findForbiddenImports(tree)).toHaveLength(1);
  });

  test('wants a layer for every folder, and a file behind every import', () => {
    const tree = example({ 'utils/strings.ts': '', 'domain/a.ts': `import { b } from './b';` });
    expect(findForbiddenImports(tree)).toEqual([
      'utils/strings.ts belongs to no layer of the import table',
      'domain/a.ts:1 imports ./b: there is no such file',
    ]);
  });

  test('takes a pattern apart, and says which part of it matches no file', () => {
    expect(alternativesOf('^db\\/(desk\\/.+|(reads|writes)[|)])\\.ts$|^(?!web\\/|\\(a\\))')).toEqual([
      '^db\\/desk\\/.+\\.ts$',
      '^db\\/reads[|)]\\.ts$',
      '^db\\/writes[|)]\\.ts$',
      '^web\\/',
      '^\\(a\\)',
    ]);
    const tree = example({ 'db/desk/texts.ts': '' });
    expect(findEmptyAlternatives(tree, { desk: /^db\/(desk\/.+|desk)\.ts$/ })).toEqual([
      'desk: nothing is ^db\\/desk\\.ts$',
    ]);
    expect(findEmptyLayers(tree)).not.toContain('db/desk');
    expect(findEmptyLayers(tree)).toContain('domain');
  });

  test('finds a cycle of three, once', () => {
    const tree = example({
      'domain/a.ts': `import { b } from './b';`,
      'domain/b.ts': `import type { C } from './c';`,
      'domain/c.ts': `import { a } from './a';`,
    });
    expect(findCycles(tree)).toEqual(['domain/a.ts → domain/b.ts → domain/c.ts → domain/a.ts']);
  });

  test('sees a missing caption, a long file, a drawer and a trace of a machine', () => {
    const bare = example({ 'domain/a.ts': `export const a = 1;`, 'domain/b.ts': '/** What b is. */\n' });
    expect(findMissingCaptions(bare)).toEqual(['domain/a.ts']);
    expect(findLongFiles(example({ 'domain/a.ts': 'x\n'.repeat(201) }), 200)).toEqual([
      'domain/a.ts has 201 lines',
    ]);
    expect(
      findDrawers(example({ 'api/utils/a.ts': '', 'api/common.ts': '', 'api/commons-list.ts': '' })),
    ).toEqual(['api/utils/a.ts', 'api/common.ts']);
    const traced = example({
      'a.md': 'see\n/home/someone/ruqsat',
      'b.json': 'https://registry.npmjs.org/pg',
    });
    expect(findTracesOfMachines(traced)).toEqual(['a.md:2', 'b.json:1']);
    expect(
      findTracesOfMachines(example({ 'c.md': 'from packages.office.example' }), ['packages.office.example']),
    ).toEqual(['c.md:1']);
  });

  test('sees a name in a document that the source does not have, and leaves alone what is no name', () => {
    const documents = example({
      'docs/a.md': 'See `whyNot`, `retake-banned`, `form.sorted`, `npm start`.\n```\n`gone`\n```\n`barred`',
    });
    const source = example({ 'policy/moves.ts': `whyNot(form.values) // 'retake-barred'` });
    expect(findUnknownNames(documents, source)).toEqual([
      'docs/a.md: the source has no retake-banned',
      'docs/a.md: the source has no form.sorted',
      'docs/a.md: the source has no barred',
    ]);
  });

  test('reads the scripts a README names', () => {
    expect(scriptsNamedIn('Run `npm start`, then `npm run db:migrate` or `npm test`.')).toEqual([
      'db:migrate',
      'start',
      'test',
    ]);
  });
});

function scriptsNamedIn(readme: string): string[] {
  const named = [...readme.matchAll(/\bnpm (?:run ([a-z][\w:-]*)|(start|test)\b)/g)];
  return [...new Set(named.map(([, script, short]) => script ?? short ?? ''))].sort();
}

function hostOf(registry: string | undefined): string[] {
  return registry && URL.canParse(registry) ? [new URL(registry).host] : [];
}
