/** Breaks a line between words. */

/** A drawing (a bar, columns of spaces) is left as it is. */
export function wrap(text: string, width: number): string[] {
  if (text.length <= width || /[█░]| {2}/.test(text)) return [text];
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}
