/** Where the workflow code lies that was bundled ahead, and how it is read. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Beside the compiled programs: `dist/workflow-bundle.js`. */
export const bundlePath = join(__dirname, '..', 'workflow-bundle.js');

export function readBundle(path = bundlePath): Promise<string> {
  return readFile(path, 'utf8');
}
