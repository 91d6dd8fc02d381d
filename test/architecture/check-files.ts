/** What every file owes its reader, whatever it says: a caption, a short length, a name, no trace of a machine. */
import type { Tree } from './tree';

const drawer = /(^|\/)(utils?|helpers?|common|types?|misc|shared|constants?)(\.[a-z.]+)?(\/|$)/;
const caption = /^(\/\*\* \S.*\S \*\/|\/\/ \S.*|# \S.*)$/;

export function findMissingCaptions(tree: Tree): string[] {
  return filter(tree, (text) => {
    const [first = '', second = ''] = text.split('\n');
    return !caption.test(first.startsWith('#!') ? second : first);
  });
}

export function findLongFiles(tree: Tree, limit: number): string[] {
  return [...tree]
    .map(([path, text]) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > limit)
    .map(({ path, lines }) => `${path} has ${lines} lines`);
}

export function findDrawers(tree: Tree): string[] {
  return filter(tree, (_, path) => drawer.test(path));
}

/** Home folders, drive letters and package registries: `hosts` adds those that this very machine uses. */
export function findTracesOfMachines(tree: Tree, hosts: readonly string[] = []): string[] {
  const traces = [
    /(^|[\s"'`=(:])\/(root|work)\//,
    /(^|[\s"'`=(:])\/(home|Users)\/[a-z_][\w-]*\//,
    /\b[A-Z]:\\Users\\/,
    /https?:\/\/[^\s/"'`]*(registry\.npmjs|registry\.yarnpkg|npmmirror|verdaccio|artifactory|nexus)/i,
  ];
  return [...tree].flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) => {
      const isTraced = traces.some((trace) => trace.test(line)) || hosts.some((host) => line.includes(host));
      return isTraced ? [`${path}:${index + 1}`] : [];
    }),
  );
}

function filter(tree: Tree, isAtFault: (text: string, path: string) => boolean): string[] {
  return [...tree].filter(([path, text]) => isAtFault(text, path)).map(([path]) => path);
}
