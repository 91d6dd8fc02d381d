/** What a sentence is made from: the event, the case after it, and where its points come from. */
import type { CaseFile } from '../../../domain/case-file';
import type { CaseEvent, EventType, FindingResult } from '../../../domain/events';

/** `details` stand below the sentence, each on a line of its own. */
export interface Said {
  text: string;
  details?: string[];
}

/** What lies beside an event: the case after it, and where its points come from. */
export interface Beside {
  file: CaseFile;
  scoreLabel: string;
}

type Event<T extends EventType> = Extract<CaseEvent, { type: T }>;
export type Sentences<T extends EventType> = { [K in T]: (event: Event<K>, beside: Beside) => Said };

export const passMark = (passed: boolean) => (passed ? '✓' : '✗');

export const marks = { clear: '✓', adverse: '✗', unclear: '?', 'no-answer': '?' } as const satisfies Record<
  FindingResult,
  string
>;
