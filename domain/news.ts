/** What an agency's answer tells a case, coded: the body itself lies in PostgreSQL. */
import type { Check } from './agencies';
import type { AnswerRef, BlockResult, FindingResult, LanguageLevel } from './events';

/** `effectiveAt`: when the answer reached us, in the case's time. `cause`: the register's number or the activity. */
export interface News {
  cause: string;
  effectiveAt: string;
  requestId: string;
  answer: AnswerRef;
}

export interface TestNews extends News {
  level: LanguageLevel;
  blocks: Pick<BlockResult, 'block' | 'items' | 'correct'>[];
  bannedItems: boolean;
}

export const certificateStatuses = ['genuine', 'not-genuine', 'expired', 'of-another-person'] as const;
export type CertificateStatus = (typeof certificateStatuses)[number];

/** What the testing centre says of a certificate that was presented. */
export interface CertificateNews extends News {
  level: LanguageLevel;
  status: CertificateStatus;
}

export interface CheckNews extends News {
  check: Check;
  result: Exclude<FindingResult, 'no-answer'>;
  codes: string[];
}
