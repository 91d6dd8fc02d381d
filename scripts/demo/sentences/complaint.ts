/** Sentences about complaints. */
import type { ComplaintEvents } from '../../../domain/events/complaint';
import { inWords } from '../who';
import { passMark, type Sentences } from './said';

export const complaintSentences: Sentences<keyof ComplaintEvents> = {
  'complaint-filed': ({ data: { against } }) => ({ text: `complains against the ${inWords(against)}` }),
  'complaint-forwarded': () => ({ text: 'passes the complaint on, with the file, after three working days' }),
  'complaint-decided': ({ data: { outcome, by } }) => ({
    text:
      by === 'silence'
        ? '✗ nobody decided the complaint in time: silence rejects it'
        : `${passMark(outcome === 'satisfied')} decides the complaint: ${inWords(outcome)}`,
  }),
  'decision-set-aside': ({ data: { returnTo, overtakes, keepsInterview, keepsMissing } }) => ({
    text:
      returnTo === null
        ? '✓ the certificate stands again'
        : `✓ sets the decision aside; the case goes back to: ${inWords(returnTo)}` +
          (overtakes === undefined ? '' : '; the proposal to reopen it falls with it') +
          (keepsInterview ? '; the interview that was passed stands' : '') +
          (keepsMissing ? '; the papers that never came are missing still' : ''),
  }),
};
