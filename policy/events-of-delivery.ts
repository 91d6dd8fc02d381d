/** What the record will say of the proof that a notice was delivered: once, the first, and while it changes nothing that is over. */
import { theService } from '../domain/actor';
import { applyEvent } from '../domain/apply-event';
import type { CaseFile } from '../domain/case-file';
import type { EventBody } from '../domain/events';
import { startsLimit, type DeliveryNews } from '../domain/notices';
import { deadlinesOf } from './deadlines';

/** `staysOver` is asked before a proof is left out that an earlier reading let begin an ended term again. */
export function eventsOfDelivery(
  file: CaseFile,
  news: DeliveryNews,
  staysOver: () => boolean = () => true,
): EventBody[] {
  const { noticeSeq, kind, channel } = news;
  const known = file.noticesDelivered[noticeSeq] !== undefined;
  if (known || file.overAt !== null || noticeSeq > file.seq || !startsLimit(kind)) return [];
  const told: EventBody = { type: 'notice-delivered', data: { noticeSeq, channel } };
  return restartsWhatIsOver(file, told, news) && staysOver() ? [] : [told];
}

/** Whether a term was over when the proof came and only waits for acts stamped in time, and would run again by it. */
function restartsWhatIsOver(file: CaseFile, told: EventBody, { effectiveAt, cause }: DeliveryNews): boolean {
  const event = { ...told, effectiveAt, seq: file.seq + 1, actor: theService, causeId: cause };
  const overIn = (known: CaseFile) =>
    deadlinesOf(known).flatMap(({ name, dueAt }) => (dueAt <= effectiveAt ? [name] : []));
  const over = overIn(file);
  if (over.length === 0) return false;
  const still = overIn(applyEvent(file.caseId, file, event));
  return over.some((name) => !still.includes(name));
}
