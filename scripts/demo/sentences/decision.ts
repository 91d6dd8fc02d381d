/** Sentences about the decision and what becomes of it. */
import { theService } from '../../../domain/actor';
import type { CaseFile } from '../../../domain/case-file';
import type { DecisionOutcome } from '../../../domain/events';
import type { DecisionEvents } from '../../../domain/events/decision';
import { endOf } from '../../../policy/clocks';
import { policyOf } from '../../../policy/policies';
import { reasonLines, restingLines, termLines } from '../details';
import { spellDate, spellInstant } from '../law-time';
import { inWords, nameAgency, nameOf } from '../who';
import type { Sentences } from './said';

export const decisionSentences: Sentences<keyof DecisionEvents> = {
  'decision-proposed': ({ data: { outcome, reasons, text, term }, seq }, { file }) => ({
    text: `proposes to ${outcome}${text === null ? ' by rule' : ''}; whoever decides must name version ${seq}`,
    details: [...reasonLines(reasons), ...hearingLines(file), ...termLines(term)],
  }),
  'objection-received': ({ data: { kind } }) => ({ text: `answers the notice: ${inWords(kind)}` }),
  'hearing-recorded': () => ({ text: '✓ hears the applicant in person' }),
  'hearing-closed': ({ data: { by } }) => ({ text: `closes the hearing, by ${inWords(by)}` }),
  'decision-returned': ({ data: { judgeAnew = [] } }) => ({
    text: 'gives the proposal back',
    details: judgeAnew.map((check) => `what ${nameAgency(check)} said is to be judged anew`),
  }),
  'decision-approved': ({ data: { outcome } }, { file }) => ({
    text: `✓ ${approvedWords(file, outcome)}: to ${outcome}`,
  }),
  'certificate-issued': ({ data: { number, validFrom, validUntil } }) => ({
    text: `✓ issues certificate ${number}, valid from ${spellDate(validFrom)} until ${spellDate(validUntil)}`,
  }),
  'application-refused': ({ data: { by, reasons } }, { file, scoreLabel }) => ({
    text: by === 'rule' ? '✗ refuses by rule: no person decided this' : '✗ refuses, as it was decided',
    details: [...reasonLines(reasons), ...restingLines(reasons, file.score, scoreLabel)],
  }),
  'application-withdrawn': () => ({ text: 'takes the application back' }),
  'permit-annulled': ({ data: { reasons } }) => ({
    text: '✗ annuls the certificate, as it was decided',
    details: reasonLines(reasons),
  }),
  'expiry-reminded': ({ data: { validUntil } }) => ({
    text: `reminds that the certificate ends on ${spellDate(validUntil)}`,
  }),
  'certificate-expired': () => ({ text: 'notes that the certificate has ended; nothing more can come' }),
  'case-closed': () => ({ text: 'closes the case for good: the time for a complaint is over' }),
  'case-assigned': ({ data: { assignee }, actor }) => ({
    text: assignee === actor.id ? 'takes the case' : `gives the case to ${nameOf(assignee)}`,
  }),
};

/** The two terms of the hearing, from its notice on; none where nobody is heard. */
function hearingLines({ hearing, policyVersion, calendar }: CaseFile): string[] {
  if (hearing === null) return [];
  const { objection, notice } = policyOf(policyVersion).hearing;
  const [until, closed] = [objection, notice].map(({ value }) =>
    spellInstant(endOf(value, hearing.notifiedAt, calendar)),
  );
  return [`the applicant is told, and may answer until ${until}; nobody decides before ${closed}`];
}

/** One officer decides on a permit; elsewhere two people agree. */
function approvedWords({ proposal }: CaseFile, outcome: DecisionOutcome): string {
  if (proposal === null || proposal.outcome !== outcome) return 'decides, as one officer may on a permit';
  const { proposedBy } = proposal;
  return proposedBy === theService.id
    ? 'confirms what the rule proposed'
    : `approves what ${nameOf(proposedBy)} proposed`;
}
