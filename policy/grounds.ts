/** The grounds on which an application may be refused: closed list, each with its article and source. */
import type { CaseFile } from '../domain/case-file';
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

export function articleOf(ground: RefusalGround): string {
  return refusalGrounds[ground].article;
}

/** Grounds on which a temporary permit may be refused, as the others: `articleOfPermit` names their articles. */
export const groundsOfPermit = permitGrounds;
export const permitGroundCodes = Object.keys(permitGrounds) as readonly PermitGround[];
export type { PermitGround };

export function articleOfPermit(ground: PermitGround): string {
  return permitGrounds[ground].article;
}

/** Some grounds are a rule's alone and end a case by themselves; others must have happened. */
export function isShown(file: CaseFile, ground: string): boolean {
  const shown = (happened as Partial<Record<string, (file: CaseFile) => boolean>>)[ground];
  return shown === undefined || shown(file);
}

const happened: Partial<Record<RefusalGround, (file: CaseFile) => boolean>> = {
  'language-test-failed': () => false,
  'score-below-threshold': () => false,
  'interview-failed': ({ interview }) => interview?.outcome === 'failed',
  'interview-not-attended': ({ interview }) => interview?.outcome === 'no-show',
  'documents-not-supplied': ({ documentsMissing }) => documentsMissing.length > 0,
};
