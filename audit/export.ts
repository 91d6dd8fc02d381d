/** A whole case as one document that can be examined anywhere the keys are: every run, and the record beside it. */
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import type { ChainedEvent } from '../db/chain';
import { asObject, hashOfHistory, isOver, parseHistory } from './history-text';
import type { CaseRun, CaseRuns } from './runs';

export const exportFormat = 1;

const AnyObject = Type.Unsafe<object>({ type: 'object', additionalProperties: true });
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });

export const ExportedRun = Type.Object({
  runId: Type.String({ minLength: 1, maxLength: 100 }),
  source: Type.Unsafe<'temporal' | 'store'>({ type: 'string', enum: ['temporal', 'store'] }),
  bundleHashes: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 1000 }),
  lastEventId: Type.Integer({ minimum: 0 }),
  isOver: Type.Boolean({ description: 'Whether the run had ended when it was exported' }),
  sha256: Type.String({
    ...Hash,
    description: 'Of the history as canonical JSON: keys sorted, no white space, UTF-8',
  }),
  history: Type.Unsafe<object>({ ...AnyObject, description: 'Protobuf JSON; payloads are encrypted' }),
});

export const CaseExport = Type.Object(
  {
    formatVersion: Type.Literal(exportFormat),
    caseId: Type.String({ maxLength: 40 }),
    runs: Type.Array(ExportedRun, { maxItems: 1000 }),
    events: Type.Array(AnyObject, { maxItems: 100_000, description: 'The record, with its chain of hashes' }),
    missingRuns: Type.Array(Type.String(), {
      description: 'Runs that neither Temporal nor our store has in readable form',
    }),
    exportedAt: Type.String(),
  },
  { description: 'The history of a case, all its runs, and its record' },
);
export type CaseExport = Static<typeof CaseExport>;

export function exportOf(
  caseId: string,
  { found, rows }: { found: CaseRuns; rows: ChainedEvent[] },
  exportedAt: string,
): CaseExport {
  const runs = found.runs.flatMap(exportedRun);
  const missing = found.runs.filter(({ runId }) => !runs.some((run) => run.runId === runId));
  return {
    formatVersion: exportFormat,
    caseId,
    runs,
    events: rows,
    missingRuns: missing.map(({ runId }) => runId),
    exportedAt,
  };
}

function exportedRun({ runId, source, json, bundleHashes }: CaseRun): CaseExport['runs'] {
  const { history: read } = parseHistory(json);
  if (read === undefined || (source !== 'temporal' && source !== 'store')) return [];
  const history = asObject(JSON.parse(json)) as object;
  const lastEventId = read.events?.length ?? 0;
  return [
    { runId, source, bundleHashes, lastEventId, isOver: isOver(read), sha256: hashOfHistory(json), history },
  ];
}

/** A document that was handed in is not an export of this case; the message says why. */
export class NotAnExport extends Error {
  override readonly name = 'NotAnExport';
}

/** The runs of an export that was handed in. Throws NotAnExport. */
export function runsOfExport(caseId: string, given: unknown): CaseRuns {
  if (!Value.Check(CaseExport, given)) throw new NotAnExport('the document is not an export of this service');
  if (given.caseId !== caseId) throw new NotAnExport(`the document is an export of case ${given.caseId}`);
  const runs = given.runs.map(({ runId, bundleHashes, lastEventId, sha256, history }): CaseRun => {
    const json = JSON.stringify(history);
    return {
      runId,
      bundleHashes,
      json,
      source: 'file',
      kept: { lastEventId, intact: hashOfHistory(json) === sha256 },
    };
  });
  const missing = given.missingRuns.map((runId): CaseRun => ({
    runId,
    source: 'missing',
    json: '',
    bundleHashes: [],
  }));
  return { runs: [...missing, ...runs], trouble: null };
}
