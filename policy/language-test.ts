/** Whether a sitting of the language test was passed: every block has a mark of its own. */
import { languageLevels, type BlockResult, type EventData, type LanguageLevel } from '../domain/events';
import type { CertificateStatus } from '../domain/language-certificate';
import { endOfTerm } from '../domain/law-day';
import type { PermanentPolicy } from './policies';

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

/** The instant until which banned items bar a retake; null where none were found. */
export function barredUntilOf(
  bannedItems: boolean,
  effectiveAt: string,
  { language }: PermanentPolicy,
): string | null {
  return bannedItems ? endOfTerm(effectiveAt, language.retakeBanDays.value) : null;
}

/** A genuine certificate of at least the level that is asked for. */
export function provesLanguage(
  { status, level }: { status: CertificateStatus; level: LanguageLevel },
  { language }: PermanentPolicy,
): boolean {
  return (
    status === 'genuine' && languageLevels.indexOf(level) >= languageLevels.indexOf(language.level.value)
  );
}
