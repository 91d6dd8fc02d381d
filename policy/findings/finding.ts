/** A finding put together from codes: adverse before unclear, and clear when there are none. */
import type { FindingResult } from '../../domain/events';

export interface Finding {
  result: Exclude<FindingResult, 'no-answer'>;
  /** Why it is not clear; empty when it is. */
  codes: string[];
}

export function when(holds: boolean, code: string): string[] {
  return holds ? [code] : [];
}

export function finding(adverse: string[], unclear: string[]): Finding {
  const result = adverse.length > 0 ? 'adverse' : unclear.length > 0 ? 'unclear' : 'clear';
  return { result, codes: [...adverse, ...unclear] };
}
