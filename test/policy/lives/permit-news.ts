/** What comes to the random life of a permit: what the registers know, which papers are owed, the proposal, the number. */
import { theService } from '../../../domain/actor';
import type { Check } from '../../../domain/agencies';
import type { CaseFile } from '../../../domain/case-file';
import { fetchResults, type DocumentKind } from '../../../domain/events';
import { lawDate, monthsAfter } from '../../../domain/law-day';
import { stateSources, type PermitTerm } from '../../../domain/permit';
import { takesPlace } from '../../../domain/permit-file';
import { mayGrant } from '../../../policy/guards/decision';
import { permitPolicyOf } from '../../../policy/policies';
import { agency, answerRef, body } from '../../support/case-files';
import type { Happening } from './happening';
import { oneOf, type Moment } from './random-acts';

const dayMs = 86_400_000;

/** The agencies of different purposes; what a case is for, and so whom it asks, stays the same as long as it lives. */
const purposes: readonly (readonly Check[])[] = [
  ['berkut', 'criminal-registry', 'iin-registry', 'migration-register'],
  ['berkut', 'criminal-registry', 'permit-register', 'labour-contracts', 'insurance-register'],
  ['berkut', 'security-service', 'kinship-register', 'fingerprint-registry'],
];

export function ofPermit(file: CaseFile, moment: Moment): Happening[] {
  if (file.permit === null) return [];
  return [
    ...ofRegisters(file, moment),
    ...ofCompleteness(file, moment),
    ...ofPlaces(file, moment),
    ...ofGrant(file, moment),
  ];
}

/** Most of them know something; one that stays silent is left to its deadline. */
function ofRegisters({ caseId, status, permit }: CaseFile, { roll }: Moment): Happening[] {
  const open = stateSources.filter((source) => permit?.fetched[source] === undefined);
  if (status !== 'fetching' || roll % 6 === 0) return [];
  return open.slice(0, 1).map((source) => ({
    actor: agency(source),
    tell: () => [
      body('state-data-fetched', {
        source,
        requestId: `${caseId}.${source}.prefill`,
        result: oneOf(fetchResults, roll),
        pointers: [`/${source}`],
        answer: answerRef,
      }),
    ],
  }));
}

function ofCompleteness(file: CaseFile, { roll }: Moment): Happening[] {
  const { status, documents, permit, policyVersion, openedAt } = file;
  if (status !== 'checking-completeness') return [];
  const owed: DocumentKind[] = roll % 3 === 0 ? ['passport', 'photo'] : ['passport'];
  const missing = owed.filter((kind) => !documents.some((handed) => handed.kind === kind));
  const limitHolds = permitPolicyOf(policyVersion).limitHoldsFor.value === 'whoever-files';
  const takesPlace = (permit?.employerId ?? null) !== null || roll % 4 === 0;
  const checks = [...oneOf(purposes, Math.floor(Date.parse(openedAt) / dayMs))];
  const data = { owed, missing, checks, ...(limitHolds && { takesPlace }) };
  return [{ actor: theService, tell: () => [body('completeness-checked', data)] }];
}

/** Counted in a verification wherever a place is needed and no count holds. */
function ofPlaces({ status, permit, checks }: CaseFile, { roll }: Moment): Happening[] {
  if (permit === null || !takesPlace(permit) || permit.place !== null || checks === null) return [];
  if (status !== 'verification') return [];
  const type = roll % 3 === 0 ? 'place-refused' : 'place-reserved';
  return [{ actor: theService, tell: () => [body(type, { taken: 3, elsewhere: 10, limit: 50 })] }];
}

/** The rule proposes only what nothing stands against; a permit is made of what an officer approved. */
function ofGrant(file: CaseFile, { at, roll }: Moment): Happening[] {
  const { status, proposal } = file;
  const term = termFrom(at, roll);
  const proposed = { outcome: 'grant' as const, reasons: [], text: null, hearing: false, term };
  const made =
    roll % 5 === 0
      ? body('permit-not-issued', { term: { ...term, validFrom: monthsAfter(term.validUntil, 1) } })
      : body('permit-issued', { number: 'KZ-TRP-2026-000001', term, renews: null });
  return [
    ...(status === 'awaiting-decision' && proposal === null && mayGrant(file) && roll % 2 === 0
      ? [{ actor: theService, tell: () => [body('decision-proposed', proposed)] }]
      : []),
    ...(status === 'granting' ? [{ actor: theService, tell: () => [made] }] : []),
  ];
}

function termFrom(at: string, roll: number): PermitTerm {
  const validFrom = lawDate(at);
  const validUntil = monthsAfter(validFrom, 1 + (roll % 12));
  const limits = [{ by: 'purpose' as const, until: validUntil, source: 'the table of purposes' }];
  return { validFrom, validUntil, shortestBy: 'purpose', limits };
}
