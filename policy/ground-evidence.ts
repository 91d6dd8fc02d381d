/** What in a case can show which ground: evidence that cannot show the ground it is named for is no reason. */
import { checks, type Check } from '../domain/agencies';
import type { CaseFile } from '../domain/case-file';
import type { CaseKind } from '../domain/case-kinds';
import type { Reason } from '../domain/events';
import type { ProblemCode } from '../domain/problems';
import { isOutOfPlace } from './ground-limits';
import { findShown, isGroundOf, type PermitGround, type RefusalGround } from './grounds';
import { policyOf } from './policies';

const papers = ['language-test', 'form', 'documents', 'score', 'interview'] as const;

/** What in a case can be named as evidence. */
export const evidenceCodes = [...papers, ...checks] as const;
export type Evidence = (typeof evidenceCodes)[number];

/** Whatever a person said, handed in or had said of him can prove untrue; a score is our own. */
const anythingSaid = evidenceCodes.filter((evidence) => evidence !== 'score');

/** Of what is told of acts against the state the security service knows, and a court that convicted. */
const actsAgainstTheState = ['security-service', 'criminal-registry'] as const;

const ofPermanentResidence: Record<RefusalGround, readonly Evidence[]> = {
  'illegal-arrival': ['berkut', 'documents'],
  'prosecuted-at-home': ['criminal-registry', 'form', 'documents'],
  'convict-resident-abroad': ['criminal-registry', 'documents'],
  'crimes-against-humanity': ['criminal-registry', 'security-service', 'documents'],
  'sexual-crime-against-minor': ['criminal-registry', 'documents'],
  'no-solvency-proof': ['bank', 'documents'],
  'repeated-breaches': ['berkut', 'criminal-registry'],
  'inciting-hatred': actsAgainstTheState,
  'violent-change-of-order': actsAgainstTheState,
  'against-sovereignty': actsAgainstTheState,
  'unspent-conviction': ['criminal-registry', 'documents'],
  'extremism-or-terrorism': ['security-service'],
  'false-data': anythingSaid,
  'documents-not-supplied': ['documents'],
  'no-fingerprints': ['fingerprint-registry', 'documents'],
  'expelled-within-five-years': ['berkut', 'criminal-registry', 'form'],
  'rights-of-others': ['criminal-registry', 'security-service', 'documents'],
  'absent-from-the-country': ['berkut'],
  'not-working-in-profession': ['documents'],
  'marriage-invalid': ['documents'],
  'liable-within-a-year': ['criminal-registry', 'form', 'documents'],
  'another-application': ['migration-register'],
  'national-security': ['security-service'],
  'citizenship-lost-before': ['form', 'documents'],
  'language-test-failed': ['language-test'],
  'score-below-threshold': ['score'],
  'barring-disease': ['medical-registry', 'documents'],
  'interview-failed': ['interview'],
  'interview-not-attended': ['interview'],
};

const ofPermits: Record<PermitGround, readonly Evidence[]> = {
  'false-data': anythingSaid,
  'documents-not-supplied': ['documents'],
  overstayed: ['berkut', 'criminal-registry', 'documents'],
  'unspent-conviction': ['criminal-registry', 'documents'],
  wanted: ['criminal-registry'],
  'identity-not-shown': ['iin-registry', 'fingerprint-registry', 'documents'],
  'ground-not-shown': [
    'kinship-register',
    'labour-contracts',
    'permit-register',
    'medical-registry',
    'migration-register',
    'documents',
  ],
  'nothing-left-to-grant': [
    'form',
    'documents',
    'kinship-register',
    'labour-contracts',
    'insurance-register',
    'permit-register',
  ],
  'permit-not-renewable': ['permit-register', 'migration-register', 'kinship-register', 'form'],
  'employer-limit': ['permit-register'],
  'no-contract': ['labour-contracts', 'documents'],
  'filed-too-late': ['permit-register', 'criminal-registry', 'form', 'documents'],
  'no-insurance': ['insurance-register', 'documents'],
  'sponsor-without-right': ['kinship-register'],
  'entry-banned': ['berkut', 'criminal-registry'],
  'national-security': ['security-service'],
  'no-fingerprints': ['fingerprint-registry', 'documents'],
};

const evidenceOf: Record<CaseKind, Readonly<Record<string, readonly Evidence[]>>> = {
  'permanent-residence': ofPermanentResidence,
  'temporary-permit': ofPermits,
};

/** By the law of a kind of case; false for a ground that it does not know. */
export function canShow(kind: CaseKind, { ground, evidence }: Pick<Reason, 'ground' | 'evidence'>): boolean {
  const can: readonly string[] = isGroundOf(kind, ground) ? (evidenceOf[kind][ground] ?? []) : [];
  return can.includes(evidence);
}

/**
 * Why a reason does not carry a refusal; undefined where it does. After a grant every finding is clear, and what
 * annuls it came later: there the evidence has to be of the ground, and a person says what it shows.
 */
export function whyNotReason(
  file: CaseFile,
  reason: Reason,
  after: 'filing' | 'grant',
): ProblemCode | undefined {
  const { kind, policyVersion } = file;
  const shown = findShown(file, reason.ground);
  if (shown === false) return 'ground-not-shown';
  if (isOutOfPlace(file, reason.ground, after)) return 'ground-does-not-hold';
  if (!policyOf(policyVersion).evidenceHeld.value) return undefined;
  if (!canShow(kind, reason)) return 'evidence-of-another-ground';
  if (shown === true || after === 'grant') return undefined;
  return standsAgainst(file, reason.evidence as Evidence) ? undefined : 'ground-not-shown';
}

/** An answer that is clear, or that was judged so, shows nothing; nor does what is not in the case. */
function standsAgainst(file: CaseFile, evidence: Evidence): boolean {
  const inCase: Record<(typeof papers)[number], boolean> = {
    'language-test': file.presented !== null || file.testAttempts.length > 0,
    form: file.form !== null,
    documents:
      file.documentsMissing.length > 0 || file.documents.some(({ judgement }) => judgement === 'adverse'),
    score: file.score !== null,
    interview: file.interview !== null && file.interview.outcome !== null,
  };
  const paper = papers.find((name) => name === evidence);
  if (paper !== undefined) return inCase[paper];
  const found = file.checks?.[evidence as Check];
  if (found === undefined || found.result === null) return false;
  return (found.judgement ?? found.result) !== 'clear';
}
