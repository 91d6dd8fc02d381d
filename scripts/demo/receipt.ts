/** The answer to an act that was done, as far as the demonstration reads it. */
export interface ActDone {
  caseId: string;
  seq: number;
}
