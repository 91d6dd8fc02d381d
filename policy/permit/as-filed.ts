/** What follows from a permit as it was filed: papers, agencies, term; one function for the service and its auditor. */
import type { Check } from '../../domain/agencies';
import type { AgencyAnswers } from '../../domain/agency-answers';
import type { DocumentKind, EventData } from '../../domain/events';
import type { PermitTerm, WindowRule } from '../../domain/permit';
import { citizenshipGroupOf } from './citizenship';
import { readCompleteness } from './completeness';
import type { PermitApplicant } from './documents-owed';
import type { LimitValues } from './limit-values';
import { permitRulesOf } from './policies';
import { checksOf, employed } from './purposes';
import type { RegisteredDays } from './registered-days';
import { registeredSponsor } from './registered-sponsor';
import { permitTerm } from './term';

interface Handed {
  /** The kinds that lie with the case now. */
  handed: readonly DocumentKind[];
  /** The employer's account; its permits are counted. Null where the person files. */
  employerId: string | null;
}

/** `applicant.form` holds the values that count. */
export function completenessFor(
  applicant: PermitApplicant,
  { handed, employerId }: Handed,
): EventData['completeness-checked'] {
  const { purpose, filing, citizenship } = applicant;
  const { owed, missing } = readCompleteness(applicant, handed);
  const named = checksOf(purpose, filing, citizenshipGroupOf(citizenship));
  const place = placeOf(applicant, employerId);
  const isCounted = place.takesPlace ?? employerId !== null;
  const counted: Check[] = isCounted ? ['permit-register'] : [];
  const checks = [...new Set([...named, ...counted])];
  return { owed: owed.map(({ kind }) => kind), missing, checks, ...place };
}

/** Whoever works for an employer takes one of its places; who names none has none to take. */
function placeOf(
  { purpose, form, policyVersion }: Pick<PermitApplicant, 'purpose' | 'form' | 'policyVersion'>,
  employerId: string | null,
): { takesPlace?: boolean } {
  if (permitRulesOf(policyVersion).limitHoldsFor.value === 'account') return {};
  const works = employed.value.includes(purpose) && form.employment?.bin !== undefined;
  return { takesPlace: employerId !== null || works };
}

type Granted = Pick<PermitApplicant, 'purpose' | 'filing' | 'citizenship' | 'form' | 'policyVersion'>;

/** `decidedOn` is the law's date; `window` the rule by which the filing was in time. */
interface GrantedBy {
  window: WindowRule;
  decidedOn: string;
  /** The answer that the case rests on; undefined where the register of kinship was not asked, or did not answer. */
  kinship: AgencyAnswers['kinship-register'] | undefined;
  /** The last day of a permit of ours that the person has already; null where none lasts. */
  ownUntil?: string | null | undefined;
  values?: LimitValues | undefined;
  /** What the registers told of the days that were used. */
  registered?: RegisteredDays | undefined;
  /** The first day of the permit of the case that fell when its decision was looked at again. */
  heldFrom?: string | undefined;
  /** Its last day, where a reported change had shortened it. */
  heldUntil?: string | undefined;
}

export function termFor(
  { citizenship, form, policyVersion, ...filed }: Granted,
  { kinship, ...decision }: GrantedBy,
): PermitTerm {
  const group = citizenshipGroupOf(citizenship);
  const currentUntil = form.currentPermit?.validUntil ?? null;
  const sponsor = registeredSponsor(kinship);
  const waitsForKnown = permitRulesOf(policyVersion).waitsForKnownPermit.value;
  return permitTerm({ ...filed, ...decision, group, currentUntil, form, sponsor, waitsForKnown });
}

/** The number of the permit that a renewal follows. */
export function renewedNumber({ filing, form }: Pick<PermitApplicant, 'filing' | 'form'>): string | null {
  return filing === 'renewal' ? (form.currentPermit?.number ?? null) : null;
}
