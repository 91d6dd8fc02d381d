/** Which papers of a register still last on a day; one that has no end does. */
import type { AgencyAnswers } from '../../domain/agency-answers';

type Contract = AgencyAnswers['labour-contracts']['contracts'][number];

/** A contract that begins later is in force for the permit that it is concluded for. */
export function isInForce({ status, until }: Contract, on: string): boolean {
  return status === 'registered' && isLasting({ until }, on);
}

/** Law's dates; where no day is told, nothing has ended. */
export function isLasting({ until }: { until: string | null }, on: string | undefined): boolean {
  return until === null || on === undefined || on <= until;
}
