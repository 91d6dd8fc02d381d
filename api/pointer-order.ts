/** Faults in the order of their JSON pointers: fields by name, rows of a list by their number. */

export function inPointerOrder<F extends { pointer: string; code: string }>(faults: readonly F[]): F[] {
  return [...faults].sort((a, b) => compare(a.pointer, b.pointer) || (a.code < b.code ? -1 : 1));
}

function compare(left: string, right: string): number {
  const [a, b] = [left.split('/'), right.split('/')];
  for (let depth = 0; depth < Math.max(a.length, b.length); depth += 1) {
    const order = compareTokens(a[depth] ?? '', b[depth] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

function compareTokens(left: string, right: string): number {
  if (left === right) return 0;
  const isRow = /^[0-9]+$/.test(left) && /^[0-9]+$/.test(right);
  return (isRow ? Number(left) < Number(right) : left < right) ? -1 : 1;
}
