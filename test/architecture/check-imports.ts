/** Holds every import of a tree to the import table, and says in words which one does not belong. */
import { posix } from 'node:path';
import { readImports, type Import } from './imports';
import { findLayer, importTable, packageDoors } from './layers';
import type { Tree } from './tree';

/** One sentence for each import that the table forbids; empty when the tree is as it was meant. */
export function findForbiddenImports(tree: Tree): string[] {
  return [...tree].flatMap(([path, text]) => {
    const layer = findLayer(path);
    if (!layer) return [`${path} belongs to no layer of the import table`];
    return readImports(path, text).flatMap((one) => {
      const complaint = isRelative(one) ? relativeComplaint(path, one, tree) : packageComplaint(path, one);
      return complaint ? [`${path}:${one.line} imports ${one.specifier}: ${complaint}`] : [];
    });
  });
}

/** Each cycle once, as the files it runs through; imports of types count, since they tie files together all the same. */
export function findCycles(tree: Tree): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const cycles: string[] = [];
  const visit = (path: string): void => {
    state.set(path, 'open');
    trail.push(path);
    for (const target of importedFiles(path, tree)) {
      if (state.get(target) === 'open')
        cycles.push([...trail.slice(trail.indexOf(target)), target].join(' → '));
      if (!state.has(target)) visit(target);
    }
    trail.pop();
    state.set(path, 'done');
  };
  for (const path of tree.keys()) if (!state.has(path)) visit(path);
  return cycles;
}

function importedFiles(path: string, tree: Tree): string[] {
  return readImports(path, tree.get(path) ?? '')
    .filter(isRelative)
    .map((one) => resolve(path, one, tree))
    .filter((target) => target !== undefined);
}

function relativeComplaint(path: string, one: Import, tree: Tree): string | undefined {
  const target = resolve(path, one, tree);
  if (!target) return isOutsideTheSources(path, one) ? undefined : 'there is no such file';
  const from = findLayer(path);
  const to = findLayer(target);
  if (!from || !to || from === to || importTable[from].values.includes(to)) return undefined;
  if (!importTable[from].types?.includes(to)) return `${from} may not import ${to}`;
  return one.typesOnly ? undefined : `${from} may import only types of ${to}`;
}

function packageComplaint(path: string, { specifier }: Import): string | undefined {
  const name = packageName(specifier);
  const layer = findLayer(path);
  const allowed = layer && importTable[layer].packages;
  if (allowed && !allowed.includes(name)) return `${layer} may not use ${name}`;
  const door = packageDoors.find((each) => each.package.test(name) && !each.only.test(path));
  return door?.because;
}

function resolve(path: string, { specifier }: Import, tree: Tree): string | undefined {
  const plain = posix.join(posix.dirname(path), specifier);
  const withoutExtension = plain.replace(/\.(js|mjs|cjs)$/, '');
  const candidates = [
    plain,
    `${plain}.ts`,
    `${plain}.mjs`,
    `${plain}.js`,
    `${plain}/index.ts`,
    `${withoutExtension}.ts`,
  ];
  return candidates.find((candidate) => tree.has(candidate));
}

/** What is built or written, such as `dist/` and JSON, has no layer. */
function isOutsideTheSources(path: string, { specifier }: Import): boolean {
  const target = posix.join(posix.dirname(path), specifier);
  return target.startsWith('dist/') || /\.(json|ya?ml)$/.test(target);
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

const isRelative = ({ specifier }: Import) => specifier.startsWith('.');
