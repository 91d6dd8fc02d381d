/** What can happen from the application to the proof of language. */
import type { AnswerRef, BlockResult, CertifiedLevel, LanguageLevel, TextRef } from '../evidence';
import type { CaseKind } from '../case-kinds';
import type { DeliveryChannel } from '../delivery';
import type { PermitFiling } from '../permit';
import type { Region } from '../regions';

/** What the testing centre says of a certificate that was presented, and what we say of its level. */
export const certificateFaults = ['not-genuine', 'expired', 'of-another-person', 'level-too-low'] as const;
export type CertificateFault = (typeof certificateFaults)[number];

export interface LanguageEvents {
  'application-opened': {
    region: Region;
    applicantId: string;
    personId: string;
    personSha256: string;
    policyVersion: string;
    calendar: string;
    /** Where the person wants notices; not said: in the account alone. */
    notifyBy?: DeliveryChannel;
    /** Not said: permanent residence. */
    kind?: CaseKind;
    /** What is filed for; of a temporary permit alone. */
    permit?: PermitFiling;
  };
  'language-test-booked': { attempt: number; requestId: string; level: LanguageLevel };
  'language-test-result-received': {
    attempt: number;
    level: LanguageLevel;
    blocks: BlockResult[];
    bannedItems: boolean;
    passed: boolean;
    /** The instant until which no further attempt may be booked; null where nothing bars one. */
    barredUntil: string | null;
    answer: AnswerRef;
  };
  /** The centre never answered: an attempt, or the question about a certificate, is taken back and counts for nothing. */
  'attempt-voided': { requestId: string; reason: TextRef };
  'certificate-presented': { certificateId: string; sha256: string; requestId: string };
  'certificate-confirmed': { requestId: string; level: CertifiedLevel; answer: AnswerRef };
  'certificate-not-confirmed': { requestId: string; fault: CertificateFault; answer: AnswerRef };
}
