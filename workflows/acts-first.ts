/** Which deadlines let an act go first that was stamped in time and is still on its way. */
import { patched } from '@temporalio/workflow';
import type { Deadline } from '../policy/deadlines';

/** Those that always did; the others did not at first, and a history of then goes on as it went. */
const alwaysDid = /^(turn|hearing|case):/;

export function letsActsGoFirst({ name, actsFirst }: Deadline): boolean {
  return actsFirst && (alwaysDid.test(name) || patched('acts-before-silence'));
}
