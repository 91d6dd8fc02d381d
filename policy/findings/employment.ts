/** What the registers say of a permit for work: the permits of a person and an employer, and the contract. */
import type { AgencyAnswers } from '../../domain/agency-answers';
import { currentPermitIn } from '../permit/current-permit';
import { findPermitPolicy } from '../permit/policies';
import type { PermitFiled } from '../permit/registration-known';
import { whyNotContractAsWritten, whyNotPermitAsWritten } from './days-as-written';
import { finding, when, type Finding } from './finding';
import { isInForce, isLasting } from './in-force';

type Permits = AgencyAnswers['permit-register'];
type Contract = AgencyAnswers['labour-contracts']['contracts'][number];

/** How many permits the employer holds is compared with the limit where a place is reserved, not here. */
export function readPermits(answer: Permits, filed?: PermitFiled): Finding {
  const { question, registration, employer } = answer;
  const { on, permitNumber } = question;
  const named = permitNumber !== undefined;
  const current = currentPermitIn(answer);
  const registered = registration !== null && isLasting(registration, on);
  return finding(when(employer !== null && !employer.known, 'employer-unknown'), [
    ...when(named && current === null, 'permit-not-known'),
    ...when(named && current !== null && current.number !== permitNumber, 'another-permit'),
    ...when(named && current?.ended === 'shortened', 'permit-ended-early'),
    ...when(named && current?.ended === 'annulled', 'permit-annulled'),
    ...whyNotPermitAsWritten(answer, filed?.policyVersion),
    ...when(question.bin !== undefined && employer === null && looksForEmployer(filed), 'employer-not-told'),
    ...when(!registered, 'not-registered'),
  ]);
}

function looksForEmployer(filed?: PermitFiled): boolean {
  return findPermitPolicy(filed?.policyVersion ?? '')?.employerLookedFor.value === true;
}

export function readContracts(answer: AgencyAnswers['labour-contracts']): Finding {
  const { question, contracts } = answer;
  const { on, bin, contractNumber } = question;
  if (bin === undefined) return finding([], ['employer-not-told']);
  if (on === undefined) return finding([], ['day-not-told']);
  const inForce = contracts.filter((each) => isInForce(each, on));
  const withEmployer = contracts.filter((each) => each.bin === bin);
  const inForceWithEmployer = inForce.filter((each) => each.bin === bin);
  const isNamed = ({ number }: Contract) => contractNumber === undefined || number === contractNumber;
  if (inForceWithEmployer.some(isNamed)) return finding([], whyNotContractAsWritten(answer));
  const another = inForce.some((each) => each.bin !== bin);
  const ended = withEmployer.length > 0 && inForceWithEmployer.length === 0;
  return finding(when(inForce.length === 0 || ended, 'no-registered-contract'), [
    ...when(inForceWithEmployer.length > 0, 'another-contract-number'),
    ...when(another, 'contract-of-another-employer'),
    ...whyNotContractAsWritten(answer),
  ]);
}
