/** A worker as a row of a file tells of him: whom the case is about, and the form as it will be handed in. */
import { Type, type Static } from 'typebox';
import { bulkColumnNames, bulkColumns, type BulkColumn } from './bulk-columns';
import { Iin } from './form/fields';
import { filings, permitPurposes } from './permit';
import { PermitForm } from './permit-form';
import { restsOnWork } from './permit-form/sections';
import { PersonIdentity } from './person';
import { regions } from './regions';

const exact = { additionalProperties: false };

/** Who files for others has to know their number. */
const Worker = Type.Object({ ...PersonIdentity.properties, iin: Iin }, exact);

export const BulkRow = Type.Object(
  {
    filing: Type.Enum([...filings]),
    purpose: Type.Enum(permitPurposes.filter(restsOnWork)),
    region: Type.Enum([...regions]),
    person: Worker,
    form: PermitForm,
  },
  exact,
);
export type BulkRow = Static<typeof BulkRow>;

/** Cells by column. What they say, in the shape of a row; whether it is one is for the caller to check. */
export function readBulkCells(cells: Readonly<Partial<Record<BulkColumn, string>>>, bin: string): unknown {
  const row: Tree = {
    person: {},
    form: { passport: {}, stay: {}, family: { members: [] }, employment: { bin } },
  };
  for (const name of bulkColumnNames) {
    const said = (cells[name] ?? '').trim();
    if (said !== '') place(row, bulkColumns[name].pointer, readers[bulkColumns[name].as](said));
  }
  return row;
}

type Tree = { [field: string]: unknown };

function place(row: Tree, pointer: string, value: unknown): void {
  const path = pointer.slice(1).split('/');
  const field = path.pop() ?? '';
  const parent = path.reduce((tree, part) => (tree[part] ??= {}) as Tree, row);
  parent[field] = value;
}

/** A cell that is none of what was expected stays text, so that its fault is found. */
const readers: Record<(typeof bulkColumns)[BulkColumn]['as'], (said: string) => unknown> = {
  text: (said) => said,
  /** Spreadsheets write days as DD.MM.YYYY. */
  day: (said) => said.replace(/^(\d\d)\.(\d\d)\.(\d{4})$/, '$3-$2-$1'),
  'yes-no': (said) => (said === 'yes' ? true : said === 'no' ? false : said),
};
