/** Holds what a document calls by name to the source: a word in back-ticks is one that the code knows. */
import type { Tree } from './tree';

const block = /^```.*?^```$/gms;
const quoted = /`([^`\n]+)`/g;
/** `whyNot`, `retake-barred`, `PAYLOAD_KEYS_FILE`, `form.values`; no command, no path, no shape. */
const name = /^[A-Za-z][\w-]*(\.\w+)*$/;
const word = /[A-Za-z][\w-]*/g;

/** One sentence for each name in a document that is not a whole word of the source; `a.b` is two words. */
export function findUnknownNames(documents: Tree, source: Tree): string[] {
  const known = new Set([...source].flatMap(([path, text]) => `${path}\n${text}`.match(word) ?? []));
  return [...documents].flatMap(([path, text]) => {
    const names = [...text.replace(block, '').matchAll(quoted)].map(([, inside = '']) => inside);
    const unknown = names
      .filter((each) => name.test(each))
      .filter((each) => each.split('.').some((part) => !known.has(part)));
    return [...new Set(unknown)].map((each) => `${path}: the source has no ${each}`);
  });
}
