/** What stands against a permit, as reasons that an officer can take over: ground, evidence and article of each. */
import type { Check } from '../../domain/agencies';
import type { CaseFile, CheckFile, DocumentFile } from '../../domain/case-file';
import type { DocumentKind, Reason } from '../../domain/events';
import { canShow, whyNotReason, type Evidence } from '../ground-evidence';
import { permitGrounds, type PermitGround } from './grounds';

/** `because`: the codes of the findings, or the kinds of the papers, that make it; `source`: of the ground. */
export interface DraftReason extends Reason {
  ground: PermitGround;
  evidence: Evidence;
  because: string[];
  source: string;
}

/** By the code of a finding. What names no ground by itself, such as a look at other applications, is left to the officer. */
const groundOf: Partial<Record<string, PermitGround>> = {
  'entry-ban': 'entry-banned',
  overstay: 'overstayed',
  wanted: 'wanted',
  'unspent-conviction': 'unspent-conviction',
  'fine-not-known': 'filed-too-late',
  'iin-of-another-person': 'identity-not-shown',
  'iin-unknown': 'identity-not-shown',
  'family-iin-of-another-person': 'identity-not-shown',
  'family-iin-unknown': 'identity-not-shown',
  'fingerprints-of-another-person': 'identity-not-shown',
  'fingerprints-not-registered': 'no-fingerprints',
  'security-objection': 'national-security',
  'months-after-loss-had': 'permit-not-renewable',
  'renewed-already': 'permit-not-renewable',
  'own-permit-lasts-longer': 'permit-not-renewable',
  'barring-disease': 'ground-not-shown',
  'medical-certificate-not-found': 'ground-not-shown',
  'employer-unknown': 'ground-not-shown',
  'permit-not-known': 'permit-not-renewable',
  'another-permit': 'permit-not-renewable',
  'permit-annulled': 'permit-not-renewable',
  'permit-end-not-as-written': 'false-data',
  'filed-after-the-ten-days': 'filed-too-late',
  'no-registered-contract': 'no-contract',
  'another-contract-number': 'no-contract',
  'contract-of-another-employer': 'no-contract',
  'contract-end-not-as-written': 'false-data',
  'not-insured': 'no-insurance',
  'insurance-end-not-as-written': 'false-data',
  'passport-end-not-as-written': 'false-data',
  'insurance-begins-later': 'no-insurance',
  'no-kinship': 'ground-not-shown',
  'kinship-to-judge': 'ground-not-shown',
  'ground-loss-to-judge': 'ground-not-shown',
  'sponsor-not-told': 'ground-not-shown',
  'sponsor-not-alive': 'sponsor-without-right',
  'marriage-too-young': 'sponsor-without-right',
  'marriage-date-unknown': 'sponsor-without-right',
  'sponsor-without-right': 'sponsor-without-right',
  'sponsor-right-to-judge': 'sponsor-without-right',
  'sponsor-residence-unknown': 'sponsor-without-right',
  'sponsor-permit-ended': 'sponsor-without-right',
  'sponsor-not-as-written': 'false-data',
  'sponsor-residence-not-as-written': 'false-data',
  'sponsor-permit-not-as-written': 'false-data',
};

/** By a paper that somebody judged adverse; of the others no ground speaks by its kind alone. */
const groundOfPaper: Partial<Record<DocumentKind, PermitGround>> = {
  passport: 'identity-not-shown',
  'fingerprint-certificate': 'no-fingerprints',
  'insurance-policy': 'no-insurance',
  'police-clearance': 'unspent-conviction',
  'fine-decision': 'filed-too-late',
  'employment-contract': 'no-contract',
  'work-permit': 'ground-not-shown',
  'kinship-document': 'ground-not-shown',
  'study-petition': 'ground-not-shown',
  'treatment-document': 'ground-not-shown',
  'religious-certificate': 'ground-not-shown',
  'executive-petition': 'ground-not-shown',
  'medical-certificate': 'ground-not-shown',
  'origin-proof': 'ground-not-shown',
  'ground-lost-proof': 'ground-not-shown',
};

interface AtHand {
  ground: PermitGround;
  evidence: Evidence;
  because: string;
}

/** Each ground with its evidence once; only those that the case would take. Empty where nothing adverse is known. */
export function draftReasons(file: CaseFile): DraftReason[] {
  const atHand = [...fromChecks(file), ...fromPapers(file), ...fromPlace(file)];
  const pairs = new Map(atHand.map((each) => [`${each.ground} ${each.evidence}`, each]));
  return [...pairs.values()].flatMap(({ ground, evidence }) => {
    const { article, source } = permitGrounds[ground];
    const reason = { ground, article, evidence };
    if (!canShow(file.kind, reason) || whyNotReason(file, reason, 'filing') !== undefined) return [];
    const because = atHand.filter((each) => each.ground === ground && each.evidence === evidence);
    return [{ ...reason, source, because: because.map((each) => each.because) }];
  });
}

function fromChecks({ checks: found }: CaseFile): AtHand[] {
  const asked = Object.entries(found ?? {}) as [Check, CheckFile][];
  return asked
    .filter(([, check]) => isAdverse(check))
    .flatMap(([evidence, { codes }]) =>
      codes.flatMap((because) => {
        const ground = groundOf[because];
        return ground === undefined ? [] : [{ ground, evidence, because }];
      }),
    );
}

/** What a person judged stands before what the agency said. */
function isAdverse({ result, judgement }: CheckFile): boolean {
  return judgement === null ? result === 'adverse' : judgement === 'adverse';
}

function fromPapers({ documents, documentsMissing }: CaseFile): AtHand[] {
  const evidence = 'documents';
  const missing = documentsMissing.map((because) => {
    return { ground: 'documents-not-supplied' as const, evidence, because } satisfies AtHand;
  });
  const bad = documents.filter(({ judgement }: DocumentFile) => judgement === 'adverse');
  const judged = bad.flatMap(({ kind }): AtHand[] => {
    const ground = groundOfPaper[kind];
    return ground === undefined ? [] : [{ ground, evidence, because: kind }];
  });
  return [...missing, ...judged];
}

function fromPlace({ permit }: CaseFile): AtHand[] {
  if (permit?.place !== 'none-left') return [];
  return [{ ground: 'employer-limit', evidence: 'permit-register', because: 'none-left' }];
}
