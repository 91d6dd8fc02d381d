/** Whether a sitting of the language test was passed: every block has a mark of its own. */
import type { CaseFile } from '../domain/case-file';
import type { CertificateFault } from '../domain/events/language';
import { certifiedLevels, type BlockResult, type EventData, type LanguageLevel } from '../domain/events';
import type { CertificateConfirmation } from '../domain/language-certificate';
import { endOfTerm } from '../domain/law-day';
import { permanentPolicyOf, type PermanentPolicy } from './policies';

type Sitting = {
  level: LanguageLevel;
  bannedItems: boolean;
  blocks: Pick<BlockResult, 'block' | 'items' | 'correct'>[];
};
type Marked = Pick<EventData['language-test-result-received'], 'blocks' | 'passed'>;

/** Both blocks must be there, each passed, without banned items, at the level the policy asks for. */
export function markLanguageTest(sitting: Sitting, { language }: PermanentPolicy): Marked {
  const requiredPercent = language.blockPercent.value;
  const blocks = sitting.blocks.map(({ block, items, correct }) => ({
    block,
    items,
    correct,
    requiredPercent,
    passed: items > 0 && correct <= items && correct * 100 >= requiredPercent * items,
  }));
  const complete = (['listening', 'reading'] as const).every((name) =>
    blocks.some(({ block, passed }) => block === name && passed),
  );
  const passed =
    complete &&
    blocks.every((block) => block.passed) &&
    !sitting.bannedItems &&
    sitting.level === language.level.value;
  return { blocks, passed };
}

/** Until when the centre may take its time over what it is asked now: an instant, ISO 8601, UTC. */
export function testAnswerDueAt({ policyVersion, statusSince }: CaseFile): string {
  return endOfTerm(statusSince, permanentPolicyOf(policyVersion).testResultDays.value);
}

/** Whether a result adds up: each block once, together all the items of the test, and no more answers than items. */
export function isWholeSitting({ blocks }: Pick<Sitting, 'blocks'>, { language }: PermanentPolicy): boolean {
  if (language.items.value === null) return true;
  const names = new Set(blocks.map(({ block }) => block));
  const items = blocks.reduce((sum, each) => sum + each.items, 0);
  return (
    names.size === 2 &&
    blocks.length === 2 &&
    items === language.items.value &&
    blocks.every((each) => each.items > 0 && each.correct <= each.items)
  );
}

/** The instant until which banned items bar a retake; null where none were found. */
export function barredUntilOf(
  bannedItems: boolean,
  effectiveAt: string,
  { language }: PermanentPolicy,
): string | null {
  return bannedItems ? endOfTerm(effectiveAt, language.retakeBanDays.value) : null;
}

type Confirmed = Pick<CertificateConfirmation, 'status' | 'level' | 'validUntil'>;

/**
 * Why a certificate does not prove the language; undefined for a genuine one of at least the level that is asked for.
 * `presentedOn` is the law's date (YYYY-MM-DD): one that ends later, while the centre is asked, still counts.
 */
export function findCertificateFault(
  { status, level, validUntil }: Confirmed,
  presentedOn: string,
  { language }: PermanentPolicy,
): CertificateFault | undefined {
  if (status !== 'genuine') return status;
  const ended = validUntil !== null && validUntil < presentedOn;
  if (ended && language.endedProvesNothing.value) return 'expired';
  const enough = certifiedLevels.indexOf(level) >= certifiedLevels.indexOf(language.level.value);
  return enough ? undefined : 'level-too-low';
}
