/** What an examination can say, of one part or of the whole. */
export const verdicts = ['clean', 'not-comparable', 'diverged'] as const;
export type Verdict = (typeof verdicts)[number];

export const partNames = [
  'history',
  'own-bundle',
  'todays-code',
  'record',
  'fold',
  'chain',
  'score',
  'permit',
  'findings',
  'deadlines',
  'evidence',
  'notices',
  'certificate',
] as const;
export type PartName = (typeof partNames)[number];

/**
 * One thing that is not as it should be, or that could not be looked at. `words` are for a lawyer, `technical` is the
 * machine's own message; both hold ids, codes and hashes only.
 */
export interface Finding {
  verdict: Exclude<Verdict, 'clean'>;
  words: string;
  technical?: string;
  runId?: string;
  /** The event of the workflow history, counted from 1 in its run. */
  eventId?: number;
  /** The event of the record. */
  seq?: number;
  /** JSON pointer into the recorded event, or into the row that was compared. */
  pointer?: string;
  recorded?: unknown;
  /** What it was compared with: the history's value, or the one that was computed anew. */
  expected?: unknown;
}

/** `compared` says what was looked at, also when nothing was there yet. */
export interface Part {
  part: PartName;
  verdict: Verdict;
  compared: string;
  findings: Finding[];
  /** What a reader should know although nothing is wrong. */
  notes: string[];
}

export function partOf(part: PartName, compared: string, findings: Finding[]): Part {
  return { part, verdict: worstOf(findings), compared, findings, notes: [] };
}

/** Diverged outweighs what could not be compared, and that outweighs clean. */
export function worstOf(of: readonly { verdict: Verdict }[]): Verdict {
  const worst = Math.max(0, ...of.map(({ verdict }) => verdicts.indexOf(verdict)));
  return verdicts[worst] ?? 'not-comparable';
}

export function diverged(words: string, where: Omit<Finding, 'verdict' | 'words'> = {}): Finding {
  return { verdict: 'diverged', words, ...where };
}

export function notComparable(words: string, where: Omit<Finding, 'verdict' | 'words'> = {}): Finding {
  return { verdict: 'not-comparable', words, ...where };
}
