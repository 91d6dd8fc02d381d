/** What the record will say of the proof that a notice was delivered: once, the first. */
import type { CaseFile } from '../domain/case-file';
import type { EventBody } from '../domain/events';
import { startsLimit, type DeliveryNews } from '../domain/notices';

export function eventsOfDelivery(file: CaseFile, { noticeSeq, kind, channel }: DeliveryNews): EventBody[] {
  const known = file.noticesDelivered[noticeSeq] !== undefined;
  if (known || file.overAt !== null || noticeSeq > file.seq || !startsLimit(kind)) return [];
  return [{ type: 'notice-delivered', data: { noticeSeq, channel } }];
}
