/** Whether a renewal is filed in time, as a door tells it: with the field that says when the permit ended. */
import type { FilingKind } from '../domain/permit';
import type { PermitDraft } from '../domain/permit-form';
import { readFilingWindow, type WindowReading } from '../policy/permit/window';
import type { Fault } from './problems';

interface Filing {
  filing: FilingKind;
  /** The law's date, YYYY-MM-DD. */
  filedOn: string;
}

/** `form` holds the values that count. */
export function windowOf(
  { currentPermit, fine }: PermitDraft,
  { filing, filedOn }: Filing,
): WindowReading & { faults: Fault[] } {
  const currentUntil = currentPermit?.validUntil ?? null;
  const reading = readFilingWindow({ filing, currentUntil, finedOn: fine?.decidedOn, filedOn });
  return { ...reading, faults: reading.ok ? [] : [closed] };
}

const closed: Fault = {
  pointer: '/currentPermit/validUntil',
  code: 'filing-window-closed',
  message:
    'must not lie before the time for filing; only a fine that the form names puts a later filing in time',
};
