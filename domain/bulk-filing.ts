/** The words of a file of workers: how far a row is, and what can be wrong with it. */

/** `filed`: its case is open; `submitted`: its form is handed in. */
export const bulkRowStates = ['waiting', 'filed', 'submitted', 'failed'] as const;
export type BulkRowState = (typeof bulkRowStates)[number];

/** Why a row was not filed: `column` by its name, a sentence for a developer that never quotes what was sent. */
export interface RowFault {
  column: string;
  code: string;
  message: string;
}

/** The code of a row whose faults were found before anything was filed; other codes are those of problems. */
export const faultyRow = 'row-faulty';

/** A worker a row; the header is not counted. */
export const mostWorkers = 10_000;
