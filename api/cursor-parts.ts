/** What a place in a sorted list is written as, so that nobody is tempted to read it. */

export function writeParts(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Empty for what was never written so. */
export function readParts(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** Nothing that PostgreSQL would refuse to take as text. */
export function isText(part: unknown): part is string {
  return typeof part === 'string' && !part.includes('\0');
}

/** An instant that PostgreSQL knows too, or its "infinity". */
export function findInstant(part: unknown): string | undefined {
  if (part === 'infinity') return part;
  if (typeof part !== 'string' || !/^\d{4}-\d\d-\d\d /.test(part)) return undefined;
  const instant = new Date(part);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}
