/** A file of workers: checked row by row before anything is kept, kept whole, filed later. */
import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { keepFilingInTx, type KeptRow } from '../../db/desk/bulk-filings';
import { findFiledInTx } from '../../db/desk/filed-workers';
import { sha256Hex } from '../../db/hash';
import { createBulkReads } from '../../db/reads/bulk-filings';
import type { Reads } from '../../db/reads/reads';
import { readPermitFiling } from '../../policy/filing';
import { largestFile, readBulkFile } from '../bulk-file';
import { checkBulkRows, withoutFiled, type CheckedRow } from '../bulk-row-checks';
import type { AppDependencies } from '../dependencies';
import { createEmployerAccess, insistOnDelegationInTx } from '../employer-access';
import { languageOf } from '../language';
import { getFiled, newCaseId } from '../opening';
import { Problem } from '../problems';
import { ActHeaders } from '../schemas/act';
import { withHeaders } from '../schemas/answer-headers';
import { csvContent, UploadedWorkers } from '../schemas/bulk';
import { EmployerParams } from '../schemas/employer';
import { problems } from '../schemas/problem';
import { compileShapeButNotBody } from '../shape-checks';

type Deps = Pick<AppDependencies, 'casework' | 'filingDate'> & { reads: Reads };

const mostFaultyTold = 100;

export function bulkUploadRoutes({ casework, filingDate, reads }: Deps): FastifyPluginAsyncTypebox {
  const access = createEmployerAccess(reads);
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('text/csv', { parseAs: 'buffer' }, async (_: unknown, body: Buffer) => body);

    app.post(
      '/:employerId/bulk-filings',
      {
        bodyLimit: largestFile,
        validatorCompiler: compileShapeButNotBody,
        schema: {
          operationId: 'uploadWorkers',
          summary:
            'A CSV of up to ten thousand workers: each good row is filed once, faults are told by row and column',
          params: EmployerParams,
          headers: ActHeaders,
          body: { content: csvContent },
          response: { 201: withHeaders(UploadedWorkers, 'Location'), ...problems },
        },
        config: { permission: 'employer:act', audit: 'workers-uploaded' },
      },
      async ({ actor, body, headers, params: { employerId } }, reply) => {
        const { bin } = await access.getEmployer(actor, employerId);
        const filedOn = filingDate();
        const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
        const sha256 = sha256Hex(bytes);
        const isKnown = (await reads.findFilingOf({ employerId, sha256 })) !== undefined;
        const checked = isKnown ? [] : await getChecked(bytes, { bin, filedOn });
        const language = languageOf(headers['accept-language']);
        const { number, answer } = await casework.atHouse('uploadWorkers', {
          actor,
          idempotencyKey: headers['idempotency-key'],
          body: { employerId, sha256 },
          work: async (tx) => {
            await insistOnDelegationInTx(tx, employerId, actor);
            const filing = { filingId: randomUUID(), employerId, sha256, uploadedBy: actor.id, language };
            const filingId = await keepFilingInTx(tx, filing, async () => {
              const rows = await withoutFiled(checked, (workers) =>
                findFiledInTx(tx, { employerId, on: filedOn, workers }),
              );
              refuseWithoutGoodRow(rows);
              return rows.map(planned);
            });
            const known = await createBulkReads(tx).findAcceptance(filingId);
            return { filingId, ...known };
          },
        });
        reply.code(201).header('location', `/employers/${employerId}/bulk-filings/${answer.filingId}`);
        const faults = await reads.listFaultyRows(answer.filingId, mostFaultyTold);
        return { number, ...answer, faults };
      },
    );
  };
}

/** Of a file that is new; one that was taken is its first filing, whatever has become too late since. */
async function getChecked(
  bytes: Buffer,
  { bin, filedOn }: { bin: string; filedOn: string },
): Promise<CheckedRow[]> {
  getFiled(readPermitFiling(filedOn));
  const checked = await checkBulkRows(readBulkFile(bytes), { bin, filedOn });
  refuseWithoutGoodRow(checked);
  return checked;
}

function planned(checked: CheckedRow): KeptRow {
  return 'faults' in checked ? checked : { ...checked, caseId: newCaseId() };
}

function refuseWithoutGoodRow(checked: readonly CheckedRow[]): void {
  if (checked.some((row) => 'content' in row)) return;
  const errors = checked
    .slice(0, mostFaultyTold)
    .flatMap((row) => ('faults' in row ? row.faults.map((fault) => ({ row: row.row, ...fault })) : []))
    .map(({ row, column, code, message }) => ({ pointer: `/rows/${row}/${column}`, code, message }));
  throw new Problem('bulk-rows-faulty', { errors });
}
