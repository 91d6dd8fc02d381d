/** What the set-up tells the person who waits; on stderr, so that a command's own output stays clean. */
import { stderr } from 'node:process';

export const say = (line) => stderr.write(`set-up │ ${line}\n`);
