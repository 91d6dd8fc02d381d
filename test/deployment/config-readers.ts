/** Which variables of its configuration a process of ours makes use of, by its own files. */
import type { Tree } from '../architecture/tree';

const read = /\bconfig\.([A-Z][A-Z_]*)\b/g;

/** The process of a folder; what config.ts gathers for it, such as the addresses of agencies, counts when it asks for that. */
export function findVariablesRead(tree: Tree, folder: string): Set<string> {
  const own = [...tree].filter(([path]) => path.startsWith(`${folder}/`)).map(([, text]) => text);
  const asksForAgencies = own.some((text) => text.includes('agencyUrls(config)'));
  const texts = asksForAgencies ? [...own, tree.get('config.ts') ?? ''] : own;
  return new Set(texts.flatMap((text) => [...text.matchAll(read)].map(([, name = '']) => name)));
}
