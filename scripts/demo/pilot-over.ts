/** What is told of a life of permanent residence once the pilot takes no applications: that it is over, and by which rule. */
import type { Callers } from './callers';
import type { Ink } from './ink';
import { spellDate } from './law-time';
import type { Life } from './life';
import { playLife, titleOf, type Played } from './play';
import { UnexpectedAnswer } from './unexpected-answer';

/** As the problem names it; `value` is the last day of the pilot. */
interface PilotRule {
  policy: string;
  name: string;
  value: string;
  source: string;
}

export interface NotTaken {
  life: Life;
  rule: PilotRule;
}

/** A life that could not begin for the end of the pilot is told as well; whatever else is unexpected is thrown. */
export async function playIfTaken(
  life: Life,
  callers: Callers,
  say: (step: string) => void,
): Promise<Played | NotTaken> {
  try {
    return await playLife(life, callers, say);
  } catch (error) {
    const rule = error instanceof UnexpectedAnswer ? pilotRuleIn(error.answer) : undefined;
    if (rule === undefined) throw error;
    return { life, rule };
  }
}

export function drawNotTaken({ life, rule }: NotTaken, ink: Ink): string[] {
  const { policy, name, value, source } = rule;
  return [
    ink.bold(titleOf(life)),
    `  ${ink.marks('✗')} not taken: the pilot of permanent residence is over, its last day was ${spellDate(value)}`,
    ink.dim(`    rule ${name} of the policy ${policy}: ${source}`),
  ];
}

function pilotRuleIn(answer: unknown): PilotRule | undefined {
  const { code, rule } = answer as { code?: string; rule?: PilotRule };
  return code === 'pilot-over' ? rule : undefined;
}
