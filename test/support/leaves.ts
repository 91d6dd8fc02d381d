/** Alters one leaf of a JSON value, as someone would who hopes that it is not noticed. */

type Path = (string | number)[];

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...path, key]));
}

/** A copy in which the leaf of that number (any number will do) has another value of its own kind. */
export function withAnotherValue<T>(value: T, which: number): T {
  const leaves = leavesOf(value);
  const path = leaves[which % leaves.length]!;
  const copy = structuredClone(value);
  let holder = copy as Record<string, unknown>;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  const key = path.at(-1)!;
  holder[key] = another(holder[key]);
  return copy;
}

function another(leaf: unknown): unknown {
  if (typeof leaf === 'number') return leaf + 1;
  if (typeof leaf === 'boolean') return !leaf;
  if (leaf === null) return '2026-06-30';
  const text = String(leaf);
  const index = text.search(/\d/);
  if (index < 0) return `${text}x`;
  return `${text.slice(0, index)}${(Number(text[index]) + 1) % 10}${text.slice(index + 1)}`;
}
