/** Colour for a person at a terminal; nothing at all where nobody looks. */

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;
type Colour = keyof typeof codes;
export type Ink = Record<Colour, (text: string) => string> & { marks: (line: string) => string };

interface Screen {
  isTTY?: boolean;
}

/** NO_COLOR (any value but the empty one) beats the terminal: see no-color.org. */
export function wantsColour(screen: Screen, env: NodeJS.ProcessEnv = process.env): boolean {
  return screen.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}

export function createInk(coloured: boolean): Ink {
  const paint = (colour: Colour) => (text: string) =>
    coloured && text !== '' ? `\u001b[${codes[colour]}m${text}\u001b[0m` : text;
  const { bold, dim, red, green, yellow, cyan } = Object.fromEntries(
    (Object.keys(codes) as Colour[]).map((colour) => [colour, paint(colour)]),
  ) as Record<Colour, (text: string) => string>;
  return {
    bold,
    dim,
    red,
    green,
    yellow,
    cyan,
    /** Paints what is already there: marks and bars. */
    marks: (line) =>
      line
        .replaceAll('✓', green('✓'))
        .replaceAll('✗', red('✗'))
        .replace(/(^|\s)\?(?=\s)/g, (_, space: string) => space + yellow('?'))
        .replace(/█+/g, cyan)
        .replace(/░+/g, dim),
  };
}
