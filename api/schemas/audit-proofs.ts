/** What an auditor hands in and takes away: exports, and what an examination says. */
import { Type } from 'typebox';
import { CaseExport } from '../../audit/export';
import { partNames, verdicts } from '../../audit/verdict';
import { CaseId, exact, Instant, nullable, oneOf, Sha256 } from './fields';

const Verdict = oneOf(verdicts, 'diverged outweighs not-comparable, and that outweighs clean');

const Finding = exact({
  verdict: oneOf(['not-comparable', 'diverged'] as const),
  words: Type.String({ description: 'For a lawyer, in English; ids, codes and hashes only' }),
  technical: Type.Optional(Type.String({ description: "The machine's own message" })),
  runId: Type.Optional(Type.String()),
  eventId: Type.Optional(Type.Integer({ description: 'The event of the workflow history' })),
  seq: Type.Optional(Type.Integer({ description: 'The event of the record' })),
  pointer: Type.Optional(Type.String({ description: 'JSON pointer to what differs' })),
  recorded: Type.Optional(Type.Unknown()),
  expected: Type.Optional(Type.Unknown({ description: 'What the history has, or what was computed again' })),
});

export const ExaminedPart = exact({
  part: oneOf(partNames),
  verdict: Verdict,
  compared: Type.String({ description: 'What was looked at' }),
  findings: Type.Array(Finding),
  notes: Type.Array(Type.String()),
});

export const Examination = exact({
  caseId: CaseId,
  examinedAt: Instant,
  verdict: Verdict,
  runs: Type.Array(
    exact({
      runId: Type.String(),
      source: oneOf(['temporal', 'store', 'file', 'missing'] as const),
      sha256: Sha256,
      lastEventId: Type.Integer(),
      bundleHashes: Type.Array(Type.String()),
    }),
  ),
  todaysBundle: { ...Sha256, description: 'The workflow code that counts as today’s' } as typeof Sha256,
  parts: Type.Array(ExaminedPart),
});

export const ExportedCase = CaseExport;

/** Without a history, what Temporal and the service's own store have is examined. */
export const ReplayRequest = nullable(exact({ history: Type.Optional(CaseExport) }));
