/** Files of workers: what is sent, and what became of each row. */
import { Type, type Static } from 'typebox';
import { bulkRowStates, faultyRow } from '../../domain/bulk-filing';
import { problemCodes } from '../../domain/problems';
import { EmployerId, CaseId, Count, exact, Instant, nullable, oneOf, PersonSubject } from './fields';

const FilingId = Type.String({ pattern: '^[0-9a-f-]{36}$', description: 'One uploaded file' });
export const BulkFilingParams = Type.Object({ employerId: EmployerId, filingId: FilingId });

/** For the `content` of a body or an answer. */
export const csvContent = {
  'text/csv': { schema: Type.String({ description: 'UTF-8, with the columns of the template' }) },
};

const RowNumber = Type.Integer({
  minimum: 2,
  description: 'As a spreadsheet numbers it: the header is row 1',
});
const Faults = Type.Array(
  exact({
    column: Type.String({ description: 'Its name; empty where it is the whole row' }),
    code: Type.String(),
    message: Type.String({ description: 'For a developer; never holds what was sent' }),
  }),
);
const rowCodes = [faultyRow, ...problemCodes] as const;

export const UploadedWorkers = exact(
  {
    number: Type.Integer(),
    filingId: FilingId,
    accepted: Type.Integer({ description: 'Rows that are being filed' }),
    faulty: Type.Integer({
      description: 'Rows that are not filed: correct them and send them in a file of their own',
    }),
    faults: Type.Array(exact({ row: RowNumber, faults: Faults }), {
      description: 'Of the first hundred faulty rows; all are told by getBulkFiling',
    }),
  },
  'The file is kept; its good rows are filed one after the other. A file that was sent before is found again.',
);

const filing = {
  filingId: FilingId,
  uploadedBy: PersonSubject,
  uploadedAt: Instant,
  rows: exact(
    { waiting: Count, filed: Count, submitted: Count, failed: Count },
    'How many rows are in each state',
  ),
};
export const BulkFilingList = exact({ filings: Type.Array(exact(filing)) });

export const BulkRowsQuery = exact({
  state: Type.Optional(oneOf(bulkRowStates)),
  after: Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0, description: 'Rows beyond this one' }),
  limit: Type.Integer({ minimum: 1, maximum: 1_000, default: 200 }),
});

export const BulkFiling = exact({
  ...filing,
  page: Type.Array(
    exact({
      row: RowNumber,
      state: oneOf(bulkRowStates),
      caseId: nullable(CaseId),
      code: nullable(oneOf(rowCodes)),
      faults: Faults,
    }),
  ),
  next: nullable(Type.Integer({ description: 'Pass it as `after` for the next page; null on the last' })),
});
export type BulkFiling = Static<typeof BulkFiling>;
