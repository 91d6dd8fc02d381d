/** Where two JSON values differ, each place once, by JSON pointer. */
import { canonicalJson } from './canonical-json';

export interface Difference {
  pointer: string;
  left: unknown;
  right: unknown;
}

/** What is missing on a side is undefined there. */
export function differencesOf(left: unknown, right: unknown, pointer = ''): Difference[] {
  if (isTree(left) && isTree(right) && Array.isArray(left) === Array.isArray(right)) {
    const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    return names.flatMap((name) => differencesOf(left[name], right[name], `${pointer}/${escaped(name)}`));
  }
  return isSame(left, right) ? [] : [{ pointer, left, right }];
}

export function isTree(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object';
}

function isSame(left: unknown, right: unknown): boolean {
  if (left === undefined || right === undefined) return left === right;
  return canonicalJson(left) === canonicalJson(right);
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
