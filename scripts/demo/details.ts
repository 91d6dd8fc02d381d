/** What stands below a sentence: blocks of a test, hashes of a form, reasons of a refusal. */
import type { BlockResult, EventData, Reason, Score } from '../../domain/events';
import type { PermitSubmission } from '../../domain/events/form';
import type { PermitTerm } from '../../domain/permit';
import { spellDate } from './law-time';
import { inWords, nameAgency } from './who';

export function blockLines(blocks: readonly BlockResult[]): string[] {
  return blocks.map(({ block, correct, items, requiredPercent, passed }) => {
    const percent = Math.floor((100 * correct) / items);
    return `${passed ? '✓' : '✗'} ${block.padEnd(10)} ${correct} of ${items} right, ${percent} % (${requiredPercent} % needed)`;
  });
}

export function hashLines({ sha256, documents }: EventData['form-submitted']): string[] {
  const named = [{ kind: 'form', sha256 }, ...documents].map(
    (each) => `${each.kind} ${each.sha256.slice(0, 12)}…`,
  );
  return [`SHA-256: ${named.join(', ')}`];
}

export function reasonLines(reasons: readonly Reason[]): string[] {
  return reasons.map(
    ({ ground, article, evidence }) =>
      `ground: ${inWords(ground)} (${article}), shown by ${nameAgency(evidence)}`,
  );
}

/** The rows that a refusal by score rests on, where it does. */
export function restingLines(reasons: readonly Reason[], score: Score | null, label: string): string[] {
  if (score === null || !reasons.some(({ evidence }) => evidence === 'score')) return [];
  const rows = score.rows.map(
    ({ criterion, bucket, points, max }) => `${criterion} ${points}/${max} (${inWords(bucket)})`,
  );
  const nearest = score.shortfall.map((changes) =>
    changes.map(({ criterion, bucket }) => `${criterion} ${inWords(bucket)}`).join(' and '),
  );
  const enough = nearest.length > 0 ? [`it would have passed with: ${nearest.join('; or ')}`] : [];
  return [`it rests on: ${rows.join(', ')}`, ...enough, label];
}

/** Which value of a field counts, and by which rule the filing is in time. */
export function submissionLines({ uses, window: { rule, lastDay } }: PermitSubmission): string[] {
  const counted = (used: string) => uses.filter((use) => use.used === used).length;
  const until = lastDay === null ? '' : `, which takes it until ${spellDate(lastDay)}`;
  return [
    `of the fields that a register may fill in, ${counted('fetched')} are the register’s, ` +
      `${counted('entered') + counted('corrected')} the applicant’s own`,
    `in time by the rule "${inWords(rule)}"${until}`,
  ];
}

/** Everything that bounds a permit, the shortest first. */
export function termLines(term: PermitTerm | undefined): string[] {
  if (term === undefined) return [];
  const { validFrom, validUntil, limits } = term;
  const bounds = [...limits].sort((a, b) => a.until.localeCompare(b.until));
  const named = bounds.map(({ by, until }) => `${inWords(by)} ${spellDate(until)}`);
  return [
    `from ${spellDate(validFrom)} until ${spellDate(validUntil)}, the shortest of: ${named.join(', ')}`,
  ];
}
