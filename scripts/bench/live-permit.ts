/** One clear permit at the level of Temporal, from the opening to its number: the same hand drives both sides. */
import { openLife, takeCase, type Driver } from './live-life';
import { caseworker, textRef, applicant } from './synthetic-case';
import { papersFound, permitFiled, seqs } from './synthetic-permit';

/**
 * Resolves when the permit is on the record; the case lives on. The officer looks at the papers while the agencies answer, and
 * confirms what the rule proposes, each at once; the criminal registry calls back here, by a signal.
 */
export const livePermit: Driver = async (side, caseId) => {
  const { act, tell } = takeCase(side, caseId);
  await openLife(side, caseId);
  await side.watch.until(caseId, seqs.form);
  await act('submitForm', applicant, permitFiled);
  await side.watch.until(caseId, seqs.complete);
  const clear = { check: 'criminal-registry', result: 'clear', codes: [] };
  await tell('receiveAgencyAnswer', 'criminal-registry', clear);
  await act('judgeDocuments', caseworker, { findings: papersFound, reason: textRef });
  await side.watch.until(caseId, seqs.proposed);
  const confirmed = { outcome: 'grant', version: seqs.proposed, reasons: [], text: null };
  await act('decideApplication', caseworker, confirmed);
  await side.watch.until(caseId, seqs.issued);
};
