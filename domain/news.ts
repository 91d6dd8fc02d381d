/** What an agency's answer tells a case, coded: the body itself lies in PostgreSQL. */
import type { Check } from './agencies';
import type { CertificateStatus } from './language-certificate';
import type { AnswerRef, BlockResult, CertifiedLevel, FindingResult, LanguageLevel } from './events';

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

export interface CheckNews extends News {
  check: Check;
  result: Exclude<FindingResult, 'no-answer'>;
  codes: string[];
}

/** Of a language certificate that the applicant presented; its number stays in PostgreSQL. */
export interface CertificateNews extends News {
  level: CertifiedLevel;
  status: CertificateStatus;
  validUntil: string | null;
}
