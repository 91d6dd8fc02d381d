/** The grounds on which an application may be refused: closed list, each with its article and source. */
import type { CaseFile } from '../domain/case-file';
import { caseKinds, type CaseKind } from '../domain/case-kinds';
import { permitGrounds, type GroundRow, type PermitGround } from './permit/grounds';

const law477 = 'Law on Migration of the Population No. 477-IV, redaction of 17.07.2024';
const pilot = 'joint order of 30.01.2026 Nos. 41/60/47, as reported';
const official = (item: string) =>
  ({ article: `art. 49 (1) ${item})`, source: law477, confidence: 'official' }) as const;
const reported = (stage: number) =>
  ({ article: `pilot rules, stage ${stage}`, source: pilot, confidence: 'press' }) as const;
const unpublished = (stage: number, why: string) =>
  ({ article: `pilot rules, stage ${stage}`, source: `${pilot}: ${why}`, confidence: 'assumption' }) as const;

export const refusalGrounds = {
  'illegal-arrival': official('1'),
  /** Who is wanted is prosecuted; by whom, the registry does not say. */
  'prosecuted-at-home': official('1'),
  'convict-resident-abroad': official('2'),
  'crimes-against-humanity': official('3'),
  'sexual-crime-against-minor': official('3-1'),
  'no-solvency-proof': official('4'),
  'repeated-breaches': official('5'),
  'inciting-hatred': official('6'),
  'violent-change-of-order': official('7'),
  'against-sovereignty': official('8'),
  'unspent-conviction': official('9'),
  'extremism-or-terrorism': official('9-1'),
  'false-data': official('10'),
  'documents-not-supplied': official('10'),
  'no-fingerprints': official('10-1'),
  'expelled-within-five-years': official('11'),
  'rights-of-others': official('12'),
  'absent-from-the-country': official('13'),
  'not-working-in-profession': official('13-2'),
  'marriage-invalid': official('14'),
  'liable-within-a-year': official('14-1'),
  'national-security': official('14-2'),
  'language-test-failed': unpublished(1, 'three attempts; what follows the last of them is not published'),
  'score-below-threshold': reported(3),
  'another-application': unpublished(
    4,
    'other applications are looked at, and what follows of one is not published',
  ),
  'barring-disease': official('15'),
  /** Two items, which we read together: on which grounds of loss or deprivation is for a person to say. */
  'citizenship-lost-before': official('16), 17'),
  'interview-failed': reported(5),
  'interview-not-attended': unpublished(5, 'nothing is published about who does not come'),
} as const satisfies Record<string, GroundRow>;

export type RefusalGround = keyof typeof refusalGrounds;
export const refusalGroundCodes = Object.keys(refusalGrounds) as readonly RefusalGround[];

export type { PermitGround };

/** The grounds of each kind of case. */
const groundsOf = {
  'permanent-residence': refusalGrounds,
  'temporary-permit': permitGrounds,
} as const satisfies Record<CaseKind, Readonly<Record<string, { article: string }>>>;

/** Of every kind, each once. */
export const groundCodes = [
  ...new Set(caseKinds.flatMap((kind) => Object.keys(groundsOf[kind]))),
] as readonly (RefusalGround | PermitGround)[];

export function articleOf(ground: RefusalGround): string {
  return refusalGrounds[ground].article;
}

/** The article of a ground by the law of a kind of case; undefined where that law knows no such ground. */
export function findArticle(kind: CaseKind, ground: string): string | undefined {
  const rows: Readonly<Record<string, { article: string }>> = groundsOf[kind];
  return Object.hasOwn(rows, ground) ? rows[ground]?.article : undefined;
}

export function isGroundOf(kind: CaseKind, ground: string): boolean {
  return findArticle(kind, ground) !== undefined;
}

/**
 * Some grounds are a rule's alone and end a case by themselves; others must have happened. Undefined where the case
 * itself does not say, and the evidence has to.
 */
export function findShown(file: CaseFile, ground: string): boolean | undefined {
  if (!isGroundOf(file.kind, ground)) return false;
  return (happened as Partial<Record<string, (file: CaseFile) => boolean>>)[ground]?.(file);
}

const happened: Partial<Record<RefusalGround | PermitGround, (file: CaseFile) => boolean>> = {
  'employer-limit': ({ permit }) => permit?.place === 'none-left',
  'language-test-failed': () => false,
  'score-below-threshold': () => false,
  'interview-failed': ({ interview }) => interview?.outcome === 'failed',
  'interview-not-attended': ({ interview }) => interview?.outcome === 'no-show',
  'documents-not-supplied': ({ documentsMissing }) => documentsMissing.length > 0,
  /** It follows from days, of which each may be in order. */
  'nothing-left-to-grant': () => true,
};
