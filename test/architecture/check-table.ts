/** Holds the import table to the tree: what it names must be there. */
import { findLayer, importTable, packageDoors, type Layer } from './layers';
import type { Tree } from './tree';

type Patterns = Readonly<Record<string, RegExp>>;

/** One sentence for each alternative of a pattern that no file matches, by the name of the pattern. */
export function findEmptyAlternatives(tree: Tree, patterns: Patterns): string[] {
  const paths = [...tree.keys()];
  return Object.entries(patterns).flatMap(([name, { source }]) =>
    alternativesOf(source)
      .filter((one) => !paths.some((path) => new RegExp(one).test(path)))
      .map((one) => `${name}: nothing is ${one}`),
  );
}

/** The layers that have no file, since the rows above took all of theirs. */
export function findEmptyLayers(tree: Tree): Layer[] {
  const taken = new Set([...tree.keys()].map(findLayer));
  return (Object.keys(importTable) as Layer[]).filter((layer) => !taken.has(layer));
}

/** Every pattern of the table that is about files. */
export function filePatterns(): Patterns {
  const rows = Object.entries(importTable).map(([layer, { files }]) => [layer, files] as const);
  return Object.fromEntries([...rows, ...packageDoors.map(({ because, only }) => [because, only] as const)]);
}

/** `a(b|c)|d` is ab, ac and d; what a lookahead keeps out is an alternative like any other. */
export function alternativesOf(source: string): string[] {
  return splitAtBars(source).flatMap((branch) => {
    const group = findGroup(branch);
    if (!group) return [branch];
    const { before, inside, after } = group;
    return splitAtBars(inside).flatMap((one) => alternativesOf(`${before}${one}${after}`));
  });
}

function splitAtBars(source: string): string[] {
  let depth = 0;
  return piecesOf(source).reduce<string[]>(
    (branches, piece) => {
      if (piece === '(') depth += 1;
      if (piece === ')') depth -= 1;
      if (piece === '|' && depth === 0) return [...branches, ''];
      return [...branches.slice(0, -1), `${branches.at(-1)}${piece}`];
    },
    [''],
  );
}

function findGroup(branch: string): { before: string; inside: string; after: string } | undefined {
  const pieces = piecesOf(branch);
  const start = pieces.indexOf('(');
  if (start < 0) return undefined;
  let depth = 0;
  const end = pieces.findIndex((piece, index) => {
    if (index >= start && piece === '(') depth += 1;
    if (index >= start && piece === ')') depth -= 1;
    return index >= start && depth === 0;
  });
  const inside = pieces.slice(start + 1, end).join('');
  return {
    before: pieces.slice(0, start).join(''),
    inside: inside.replace(/^\?[!:]/, ''),
    after: pieces.slice(end + 1).join(''),
  };
}

/** Letters, with what is escaped or stands in brackets in one piece. */
const piecesOf = (source: string): string[] => source.match(/\\.|\[[^\]]*\]|./g) ?? [];
