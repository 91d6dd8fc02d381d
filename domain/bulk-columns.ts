/** The columns of a file of workers: each by its name, with the place of its value in a row. */

/** `as`: how a cell is read. `example` belongs to nobody; its check digits are right. */
interface Column {
  pointer: string;
  as: 'text' | 'day' | 'yes-no';
  example: string;
}

const text = (pointer: string, example: string): Column => ({ pointer, as: 'text', example });
const day = (pointer: string, example: string): Column => ({ pointer, as: 'day', example });

/** In the order of the template. An empty cell says nothing. */
export const bulkColumns = {
  filing: text('/filing', 'issue'),
  purpose: text('/purpose', 'work-with-permit'),
  region: text('/region', 'abai'),
  surname: text('/person/surname', 'Specimen'),
  givenName: text('/person/givenName', 'Worker'),
  bornOn: day('/person/bornOn', '1989-04-17'),
  citizenship: text('/person/citizenship', 'UZB'),
  passportNumber: text('/person/passportNumber', 'FA0000000'),
  iin: text('/person/iin', '890417302413'),
  passportIssuedBy: text('/form/passport/issuedBy', 'UZB'),
  passportIssuedOn: day('/form/passport/issuedOn', '2022-03-01'),
  passportValidUntil: day('/form/passport/validUntil', '2032-02-29'),
  enteredOn: day('/form/stay/enteredOn', '2026-05-02'),
  stayUntil: day('/form/stay/until', '2026-07-30'),
  addressCode: text('/form/stay/addressCode', '0201300086127455'),
  settlement: text('/form/stay/settlement', 'Semey'),
  street: text('/form/stay/street', 'Abai avenue 1, flat 1'),
  ownsHousing: { pointer: '/form/stay/ownsHousing', as: 'yes-no', example: 'no' },
  contractNumber: text('/form/employment/contractNumber', 'TD-2026-0001'),
  contractFrom: day('/form/employment/contractFrom', '2026-04-01'),
  contractUntil: day('/form/employment/contractUntil', '2027-03-31'),
  workPermitNumber: text('/form/employment/workPermitNumber', 'WP-2026-0001'),
  workPermitUntil: day('/form/employment/workPermitUntil', '2027-03-31'),
  insuranceNumber: text('/form/insurance/policyNumber', ''),
  insuranceUntil: day('/form/insurance/validUntil', ''),
  currentPermitNumber: text('/form/currentPermit/number', ''),
  currentPermitUntil: day('/form/currentPermit/validUntil', ''),
  requestedUntil: day('/form/request/until', ''),
} as const satisfies Record<string, Column>;

export type BulkColumn = keyof typeof bulkColumns;
export const bulkColumnNames = Object.keys(bulkColumns) as readonly BulkColumn[];

/** The column of a value, or the first one of a part such as `/form/currentPermit`; undefined for what no column says. */
export function findColumn(pointer: string): BulkColumn | undefined {
  const at = (name: BulkColumn) => bulkColumns[name].pointer;
  return (
    bulkColumnNames.find((name) => at(name) === pointer) ??
    bulkColumnNames.find((name) => at(name).startsWith(`${pointer}/`))
  );
}
