/** For whom a date moved: what the record says of every case that adopted a calendar. */
import { dateOfDayNumber, lawDayNumber } from '../../domain/law-day';
import { listAll, type OperatorDesk } from './desk';

/** Ends of last days; null for none. `ends`: each term whose end moved, where the record tells it. */
export interface MovedDate {
  caseId: string;
  before: string | null;
  after: string | null;
  ends: { term: string; before: string; after: string }[];
}

export async function listMoves(version: string, desk: OperatorDesk): Promise<MovedDate[]> {
  const moves: MovedDate[] = [];
  const path = `/admin/calendar/${encodeURIComponent(version)}/moves`;
  for await (const move of listAll<MovedDate>(desk, path, 'moves')) moves.push(move);
  return moves;
}

/** A line for each end of each case, with the last day before and after. */
export function printMoves(moves: readonly MovedDate[]): string {
  const lines = moves.flatMap(({ caseId, ends, ...due }) =>
    ends.length === 0
      ? [`  ${caseId}  ${days(due)}`]
      : ends.map(({ term, ...end }) => `  ${caseId}  ${term}  ${days(end)}`),
  );
  return [`the date moved for ${moves.length} cases${moves.length > 0 ? ':' : ''}`, ...lines, ''].join('\n');
}

function days({ before, after }: { before: string | null; after: string | null }): string {
  return `${lastDay(before)} -> ${lastDay(after)}`;
}

function lastDay(dueAt: string | null): string {
  return dueAt === null ? 'no end' : dateOfDayNumber(lawDayNumber(dueAt) - 1);
}
