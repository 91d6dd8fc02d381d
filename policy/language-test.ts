/** Whether a sitting of the language test was passed: every block has a mark of its own. */
import type { BlockResult, EventData, LanguageLevel } from '../domain/events';
import type { Policy } from './policies';

type Sitting = {
  level: LanguageLevel;
  bannedItems: boolean;
  blocks: Pick<BlockResult, 'block' | 'items' | 'correct'>[];
};
type Marked = Pick<EventData['language-test-result-received'], 'blocks' | 'passed'>;

/** Both blocks must be there, each passed, without banned items, at the level the policy asks for. */
export function markLanguageTest(sitting: Sitting, { language }: Policy): Marked {
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
