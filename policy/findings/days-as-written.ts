/** Whether papers end as window and term were told: the days that were used against those that the registers know. */
import type { AgencyAnswers } from '../../domain/agency-answers';
import { currentPermitIn } from '../permit/current-permit';
import { permitRulesOf } from '../permit/policies';
import { readFilingWindow } from '../permit/window';
import { when } from './finding';
import { isInForce, isLasting } from './in-force';

type Permits = AgencyAnswers['permit-register'];
type Contracts = AgencyAnswers['labour-contracts'];
type Insurance = AgencyAnswers['insurance-register'];
type Numbers = AgencyAnswers['iin-registry'];

/**
 * Of each answer the last day (a law's date) that the register knows of what was used; undefined where the question named
 * no day, and where the register knows none. A paper that it knows without an end ends nothing.
 */
export const registeredEnds = {
  /** Of a permit with another number than was asked about nothing, where the policy of the case says so. */
  'permit-register': ({ question, ...told }: Permits, policyVersion?: string) => {
    const { permitNumber, permitUntil } = question;
    const current = currentPermitIn(told);
    if (permitUntil === undefined || current === null) return undefined;
    const isAnother = permitNumber !== undefined && current.number !== permitNumber;
    const counts = !isAnother || !permitRulesOf(policyVersion).namedPermitCounts.value;
    return counts ? current.validUntil : undefined;
  },
  /** Of the contract that was named, or where none such is in force, of what is with that employer. */
  'labour-contracts': ({ question, contracts }: Contracts) => {
    const { on, bin, contractNumber, contractUntil } = question;
    if (on === undefined || contractUntil === undefined) return undefined;
    const inForce = contracts.filter((each) => each.bin === bin && isInForce(each, on));
    const named = inForce.filter(({ number }) => number === contractNumber);
    return lastEnd(named.length > 0 ? named : inForce, contractUntil);
  },
  'insurance-register': ({ question: { on, insuredUntil }, policies }: Insurance) => {
    if (insuredUntil === undefined) return undefined;
    const lasting = policies.filter((each) => isLasting(each, on));
    return lastEnd(lasting, insuredUntil);
  },
  /** A registry learns of a new passport late: the older one that it knows says nothing of the newer one. */
  'iin-registry': ({ question, status, document }: Numbers) => {
    if (question?.validUntil === undefined || status !== 'match' || document === undefined) return undefined;
    return document.issuedOn < (question.issuedOn ?? '') ? undefined : document.validUntil;
  },
};

/** The day that was used, where one of the papers ends on it; otherwise the day of the one that lasts longest. */
function lastEnd(papers: readonly { until: string | null }[], used: string | null): string | undefined {
  const ends = papers.map(({ until }) => until);
  if (ends.includes(null)) return undefined;
  const days = ends.filter((until) => until !== null).sort();
  return used !== null && days.includes(used) ? used : days.at(-1);
}

function isAnother(used: string | null | undefined, known: string | undefined): boolean {
  return used !== undefined && known !== undefined && used !== known;
}

/** Another end of the permit to be renewed is also another window, which is read again by it. */
export function whyNotPermitAsWritten(answer: Permits, policyVersion?: string): string[] {
  const { on, permitUntil } = answer.question;
  const known = registeredEnds['permit-register'](answer, policyVersion);
  if (known === undefined || !isAnother(permitUntil, known)) return [];
  const isLate =
    on !== undefined && !readFilingWindow({ filing: 'renewal', currentUntil: known, filedOn: on }).ok;
  return ['permit-end-not-as-written', ...when(isLate, 'filed-after-the-ten-days')];
}

export function whyNotContractAsWritten(answer: Contracts): string[] {
  const known = registeredEnds['labour-contracts'](answer);
  return when(isAnother(answer.question.contractUntil, known), 'contract-end-not-as-written');
}

export function whyNotInsuranceAsWritten(answer: Insurance): string[] {
  const known = registeredEnds['insurance-register'](answer);
  return when(isAnother(answer.question.insuredUntil, known), 'insurance-end-not-as-written');
}

export function whyNotPassportAsWritten(answer: Numbers): string[] {
  const known = registeredEnds['iin-registry'](answer);
  return when(isAnother(answer.question?.validUntil, known), 'passport-end-not-as-written');
}
