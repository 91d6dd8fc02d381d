/** Whether every act that had to be told was told, with the law's own facts, and every proof of delivery is one. */
import type { SentNotice } from '../db/reads/notices';
import { languages } from '../domain/languages';
import { startsLimit, type Notice } from '../domain/notices';
import { noticeText } from '../policy/notice-text';
import { noticeOf } from '../policy/notices';
import { shown } from './compare-record';
import { counted } from './counted';
import { differencesOf } from './differences';
import type { Step, Told } from './fold-steps';
import { ofType } from './recorded-events';
import { diverged, partOf, type Finding, type Part } from './verdict';

/** The attempt and the stamp of its proof are written in one transaction. */
const togetherMs = 60_000;

/** `kept`: of the same moment as the record. A letter's text is made when it is read, so that its facts are compared. */
export function compareNotices({ steps, fault }: Told, kept: readonly SentNotice[]): Part {
  const due = fault === undefined ? steps.flatMap(noticeOfStep) : [];
  const bySeq = new Map(kept.map((notice) => [notice.seq, notice]));
  const told = new Set(due.map(({ seq }) => seq));
  const surplus = fault === undefined ? kept.filter(({ seq }) => !told.has(seq)) : [];
  const events = steps.map(({ event }) => event);
  const proofs = ofType(events, 'notice-delivered');
  const proved = new Set(proofs.map(({ data }) => data.noticeSeq));
  const underway = kept.filter(({ seq, kind, deliveries }) => {
    return startsLimit(kind) && !proved.has(seq) && deliveries.some(({ outcome }) => outcome === 'delivered');
  });
  const compared = `${counted(kept.length, 'notice')} in ${languages.length} languages, ${counted(proofs.length, 'proof')} of delivery`;
  return {
    ...partOf('notices', compared, [
      ...due.flatMap((expected) => compareOne(expected, bySeq.get(expected.seq))),
      ...surplus.map(({ seq, kind }) => {
        const words = `A notice "${kind}" is kept for event ${seq}, and that event had nothing to tell.`;
        return diverged(words, { seq, recorded: kind });
      }),
      ...proofs.flatMap((proof) => compareProof(proof, bySeq.get(proof.data.noticeSeq))),
    ]),
    notes: underway.map(
      ({ seq, kind }) => `The proof that notice ${seq} (${kind}) arrived is not in the record.`,
    ),
  };
}

function noticeOfStep({ before, event, after }: Step): Notice[] {
  const notice = noticeOf(event, before, after);
  return notice === undefined ? [] : [notice];
}

function compareOne(expected: Notice, kept: SentNotice | undefined): Finding[] {
  const { seq, kind } = expected;
  if (kept === undefined) {
    const words = `Event ${seq} had to be told by a notice "${kind}", and none is kept.`;
    return [diverged(words, { seq, expected: kind })];
  }
  const { deliveries: _, ...notice } = kept;
  return differencesOf(notice, expected).map(({ pointer, left, right }) => {
    const otherwise = languages.filter((language) => textOf(notice, language) !== textOf(expected, language));
    const read = otherwise.length === 0 ? '' : ` It reads otherwise in ${otherwise.join(', ')}.`;
    const words = `The notice "${kind}" of event ${seq}, ${pointer}: ${shown(left)} is kept, ${shown(right)} when made again.${read}`;
    return diverged(words, { seq, pointer, recorded: left, expected: right });
  });
}

/** Undefined where no text can be made of what is kept. */
function textOf(notice: Notice, language: (typeof languages)[number]): string | undefined {
  try {
    return JSON.stringify(noticeText(notice, language));
  } catch {
    return undefined;
  }
}

type Proof = ReturnType<typeof ofType<'notice-delivered'>>[number];

/** What a time limit counts from: an attempt that succeeded on that channel, at the instant of the proof. */
function compareProof({ seq, effectiveAt, data }: Proof, kept: SentNotice | undefined): Finding[] {
  const { noticeSeq, channel } = data;
  if (kept === undefined || !startsLimit(kept.kind)) {
    const words = `Event ${seq} proves the delivery of notice ${noticeSeq}, and none that starts a time limit is kept there.`;
    return [diverged(words, { seq, pointer: '/data/noticeSeq', recorded: noticeSeq })];
  }
  const arrived = kept.deliveries.filter((each) => each.outcome === 'delivered' && each.channel === channel);
  const isProved = arrived.some(({ at }) => Math.abs(Date.parse(at) - Date.parse(effectiveAt)) < togetherMs);
  if (isProved) return [];
  const found =
    arrived.length === 0 ? 'no delivery on that channel is kept' : `it is kept for ${arrived[0]?.at}`;
  const words = `Event ${seq} says that notice ${noticeSeq} was delivered by ${channel} at ${effectiveAt}, and ${found}.`;
  return [diverged(words, { seq, pointer: '/effectiveAt', recorded: effectiveAt, expected: arrived[0]?.at })];
}
