/** What each language must have a word for in the notices of a temporary permit. */
import type { NoticeFacts } from '../../domain/notices';
import type { ChangeKind, FilingKind, PermitPurpose, TermLimitName, WindowRule } from '../../domain/permit';
import type { NoticeTexts } from './words';

export interface PermitWords {
  filings: Record<FilingKind, string>;
  purposes: Record<PermitPurpose, string>;
  windows: Record<WindowRule, string>;
  limits: Record<TermLimitName, string>;
  changes: Record<ChangeKind, string>;
}

export type PermitTexts = Pick<
  NoticeTexts,
  | 'permit-filed'
  | 'permit-granted'
  | 'permit-ends'
  | 'permit-changed'
  | 'change-claimed'
  | 'change-dismissed'
  | 'decision-reopened'
>;

export type PermitChange = NoticeFacts['permit-changed'];
