/** Which deadlines let an act go first that was stamped in time and is still on its way. */
import { patched } from '@temporalio/workflow';
import type { Deadline } from '../policy/deadlines';

/** Those that at first did not: a history of then goes on as it went. */
const atFirstNot = /^(clock|complaint):/;

export function letsActsGoFirst({ name, actsFirst }: Deadline): boolean {
  return actsFirst && (!atFirstNot.test(name) || patched('acts-before-silence'));
}
