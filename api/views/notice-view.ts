/** A notice in the language of whoever reads it. */
import type { SentNotice } from '../../db/reads/notices';
import type { Language } from '../../domain/languages';
import type { DeliveryChannel } from '../../domain/delivery';
import { noticeText } from '../../policy/notice-text';
import type { NoticeView } from '../schemas/notices';

export function viewNotice(notice: SentNotice, language: Language): NoticeView {
  const { seq, kind, at, dueBy, deliveries } = notice;
  const by = (channel: DeliveryChannel) =>
    deliveries.find((attempt) => attempt.channel === channel && attempt.outcome === 'delivered')?.at ?? null;
  const delivered = { account: by('account'), email: by('email') };
  return { seq, kind, at, dueBy, language, ...noticeText(notice, language), delivered };
}
