/** The grounds on which an application may be refused: closed list, each with its article and source. */
import type { CaseFile } from '../domain/case-file';
import { caseKinds, type CaseKind } from '../domain/case-kinds';
import { permitGrounds, type PermitGround } from './permit/grounds';

const law477 = 'Law on Migration of the Population No. 477-IV, redaction of 17.07.2024';
const pilot = 'joint order of 30.01.2026 Nos. 41/60/47, as reported';

export const refusalGrounds = {
  'no-solvency-proof': { article: 'art. 49 (1) 4)', source: law477 },
  'repeated-breaches': { article: 'art. 49 (1) 5)', source: law477 },
  'unspent-conviction': { article: 'art. 49 (1) 9)', source: law477 },
  'false-data': { article: 'art. 49 (1) 10)', source: law477 },
  'documents-not-supplied': { article: 'art. 49 (1) 10)', source: law477 },
  'no-fingerprints': { article: 'art. 49 (1) 10-1)', source: law477 },
  'expelled-within-five-years': { article: 'art. 49 (1) 11)', source: law477 },
  'absent-from-the-country': { article: 'art. 49 (1) 13)', source: law477 },
  'national-security': { article: 'art. 49 (1) 14-2)', source: law477 },
  'language-test-failed': { article: 'pilot rules, stage 1', source: pilot },
  'score-below-threshold': { article: 'pilot rules, stage 3', source: pilot },
  'barring-disease': { article: 'art. 49 (1) 15)', source: law477 },
  'interview-failed': { article: 'pilot rules, stage 5', source: pilot },
  'interview-not-attended': { article: 'pilot rules, stage 5', source: pilot },
} as const satisfies Record<string, { article: string; source: string }>;

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

/** Some grounds are a rule's alone and end a case by themselves; others must have happened. */
export function isShown(file: CaseFile, ground: string): boolean {
  if (findArticle(file.kind, ground) === undefined) return false;
  const shown = (happened as Partial<Record<string, (file: CaseFile) => boolean>>)[ground];
  return shown === undefined || shown(file);
}

const happened: Partial<Record<RefusalGround | PermitGround, (file: CaseFile) => boolean>> = {
  'employer-limit': ({ permit }) => permit?.place === 'none-left',
  'language-test-failed': () => false,
  'score-below-threshold': () => false,
  'interview-failed': ({ interview }) => interview?.outcome === 'failed',
  'interview-not-attended': ({ interview }) => interview?.outcome === 'no-show',
  'documents-not-supplied': ({ documentsMissing }) => documentsMissing.length > 0,
};
