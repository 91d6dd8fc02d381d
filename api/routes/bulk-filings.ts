/** What became of an employer's files, and the template to fill in. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Reads } from '../../db/reads/reads';
import { bulkTemplate } from '../bulk-file';
import { createEmployerAccess } from '../employer-access';
import { Problem } from '../problems';
import { BulkFiling, BulkFilingList, BulkFilingParams, BulkRowsQuery, csvContent } from '../schemas/bulk';
import { EmployerParams } from '../schemas/employer';
import { problems } from '../schemas/problem';

const longestList = 100;

export function bulkFilingRoutes({ reads }: { reads: Reads }): FastifyPluginAsyncTypebox {
  const access = createEmployerAccess(reads);
  return async (app) => {
    app.get(
      '/bulk-template.csv',
      {
        schema: {
          operationId: 'getBulkTemplate',
          summary: 'The columns of a file of workers, with one worker who does not exist',
          response: { 200: { description: 'CSV', content: csvContent }, ...problems },
        },
        config: { permission: 'employer:read', audit: 'bulk-template-read' },
      },
      async (_, reply) =>
        reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', 'attachment; filename="workers.csv"')
          .send(bulkTemplate),
    );

    app.get(
      '/:employerId/bulk-filings',
      {
        schema: {
          operationId: 'listBulkFilings',
          summary: 'The files that the account uploaded, the newest first, at most a hundred',
          params: EmployerParams,
          response: { 200: BulkFilingList, ...problems },
        },
        config: { permission: 'employer:read', audit: 'bulk-filings-read' },
      },
      async ({ actor, params: { employerId } }) => {
        await access.getEmployer(actor, employerId);
        return { filings: await reads.listBulkFilings(employerId, longestList) };
      },
    );

    app.get(
      '/:employerId/bulk-filings/:filingId',
      {
        schema: {
          operationId: 'getBulkFiling',
          summary: 'One file, row by row: how far each is, its case, or why it failed',
          params: BulkFilingParams,
          querystring: BulkRowsQuery,
          response: { 200: BulkFiling, ...problems },
        },
        config: { permission: 'employer:read', audit: 'bulk-filings-read' },
      },
      async ({ actor, params: { employerId, filingId }, query: { after, limit, state } }) => {
        await access.getEmployer(actor, employerId);
        const filing = await reads.findBulkFiling(employerId, filingId);
        if (filing === undefined) throw new Problem('not-found');
        const rows = await reads.listBulkRows(filingId, { after, limit: limit + 1, state });
        const page = rows.slice(0, limit);
        const next = rows.length > limit ? (page.at(-1)?.row ?? null) : null;
        return { ...filing, page: page as BulkFiling['page'], next };
      },
    );
  };
}
