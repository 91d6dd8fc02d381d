/** What the notices of a preliminary decision say in English. */
import { code } from './en-phrases';
import { en as words } from './en-words';
import { groundLines, type NoticeTexts } from './words';

const { date } = words;

export const hearingEn: Pick<NoticeTexts, 'refusal-proposed' | 'hearing-cancelled'> = {
  'refusal-proposed': ({ outcome, reasons, objectDays, objectBy, decidedAfter }) => ({
    subject: outcome === 'annul' ? 'Preliminary decision: annulment' : 'Preliminary decision: refusal',
    lines: [
      outcome === 'annul'
        ? 'It is intended to annul what you were granted, on these grounds:'
        : 'It is intended to refuse your application, on these grounds:',
      ...groundLines(words, reasons),
      `You may object or ask for an oral hearing within ${objectDays} working days of receiving this notice ` +
        `(${code}, art. 73); whoever receives it on the day of the act, by ${date(objectBy)}.`,
      `The decision is not taken on or before ${date(decidedAfter)}. Your silence does not prevent it.`,
    ],
  }),
  'hearing-cancelled': ({ outcome, because }) => ({
    subject:
      outcome === 'annul'
        ? 'Preliminary decision dropped: annulment'
        : 'Preliminary decision dropped: refusal',
    lines: [
      outcome === 'annul'
        ? 'The annulment that you were told of is not decided now; what you were granted stands.'
        : 'The refusal that you were told of is not decided now; your application goes on.',
      because === 'returned'
        ? 'Reason: the proposal was returned for more work.'
        : 'Reason: a state body has given another answer, which is looked at first.',
      `There is no hearing on it and nothing to object to (${code}, art. 73). ` +
        'If an unfavourable decision is intended again, you will be told and heard anew.',
    ],
  }),
};
