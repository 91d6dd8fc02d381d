/** What can happen with a notice once it has left. */
import type { DeliveryChannel } from '../delivery';

export interface NoticeEvents {
  /** `noticeSeq`: the event that the notice told of. */
  'notice-delivered': { noticeSeq: number; channel: DeliveryChannel };
}
