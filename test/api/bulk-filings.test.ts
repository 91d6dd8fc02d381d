/** A file of workers: what is refused whole, what is refused by row, and what is kept once. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bulkColumnNames } from '../../domain/bulk-columns';
import { manyWorkers, workersFile } from '../support/workers-file';
import { openAccounts, type Accounts } from './office/accounts';

let accounts: Accounts;
let url: string;
beforeAll(async () => {
  accounts = await openAccounts();
  url = await openAccount('e-one', '150340011878');
});

async function openAccount(subject: string, bin: string): Promise<string> {
  const reply = await accounts.app.inject({
    method: 'POST',
    url: '/employers',
    headers: await accounts.acting(subject, 'employer'),
    payload: { bin, name: 'A builder' },
  });
  return `/employers/${reply.json().employerId}/bulk-filings`;
}

/** Workers who stand in no other file of these. */
const others = (after: number, count: number) => manyWorkers(after + count).slice(after);
afterAll(() => accounts.close());

async function upload(payload: Buffer | string, { subject = 'e-one', key = '', type = 'text/csv' } = {}) {
  const headers = await accounts.acting(subject, 'employer');
  return accounts.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...headers, 'content-type': type, ...(key && { 'idempotency-key': key }) },
  });
}
const read = async (path: string, subject = 'e-one') =>
  accounts.app.inject({ url: path, headers: await accounts.bearer(subject, 'employer') });
const kept = async () => [
  await accounts.count('bulk_filings'),
  await accounts.count('bulk_rows'),
  await accounts.count('intake'),
];

describe('nothing is kept of a file', () => {
  const [worker = {}] = manyWorkers(1);
  const good = workersFile([worker]).toString();
  const cases: [string, Buffer | string, string, string][] = [
    ['with other columns', good.replace('surname,', 'familyName,'), 'bulk-columns-wrong', '/columns/4'],
    ['without a column', good.replace('surname,', ''), 'bulk-columns-wrong', '/columns/surname'],
    ['with a column twice', good.replace('surname,', 'iin,'), 'bulk-columns-wrong', '/columns/9'],
    ['without a header', good.split('\r\n')[1] ?? '', 'bulk-columns-wrong', '/columns/1'],
    ['that is not UTF-8', Buffer.from([0x73, 0xff, 0xfe]), 'bulk-file-unreadable', ''],
    ['with an open quotation mark', `${good}\r\n"`, 'bulk-file-unreadable', ''],
    ['with a header alone', bulkColumnNames.join(','), 'bulk-file-unreadable', ''],
    ['of a worker without an IIN', workersFile([{ ...worker, iin: '' }]), 'bulk-rows-faulty', '/rows/2/iin'],
    [
      'of a worker whose IIN ends in a wrong digit',
      workersFile([{ ...worker, iin: '890417302412' }]),
      'bulk-rows-faulty',
      '/rows/2/iin',
    ],
  ];

  test.each(cases)('%s', async (_, file, code, pointer) => {
    const before = await kept();
    const reply = await upload(file);
    expect([reply.statusCode, reply.json().code]).toEqual([422, code]);
    expect(reply.json().errors.map((fault: { pointer: string }) => fault.pointer)).toContain(pointer);
    expect(reply.body).not.toContain('Specimen');
    expect(await kept()).toEqual(before);
  });

  test('of ten thousand and one workers', async () => {
    const before = await kept();
    const [header, row] = good.split('\r\n');
    const reply = await upload([header, ...Array.from({ length: 10_001 }, () => row)].join('\n'));
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'bulk-too-many-rows']);
    expect(await kept()).toEqual(before);
  });

  test('of ten thousand and one workers with a blank line after each', async () => {
    const before = await kept();
    const [header, row] = good.split('\r\n');
    const blank = (row ?? '').replace(/[^,]/g, '');
    const lines = Array.from({ length: 10_001 }, (_, n) => [row, n % 2 === 0 ? '' : blank]).flat();
    const reply = await upload([header, ...lines].join('\n'));
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'bulk-too-many-rows']);
    expect(await kept()).toEqual(before);
  });

  test('of blank lines without end', async () => {
    const [header, row] = good.split('\r\n');
    const reply = await upload([header, row, '\n'.repeat(300_000)].join('\n'));
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'bulk-too-many-rows']);
  });

  test('of nine megabytes, or that is no CSV by its type', async () => {
    expect((await upload(Buffer.alloc(9 * 1024 * 1024, 'a'))).statusCode).toBe(413);
    expect((await upload('{}', { type: 'application/json' })).statusCode).toBe(415);
  });

  test('for another’s account', async () => {
    const before = await kept();
    expect((await upload(good, { subject: 'e-stranger' })).statusCode).toBe(404);
    expect(await kept()).toEqual(before);
  });
});

describe('a file with good rows', () => {
  const [first = {}, second = {}, third = {}] = manyWorkers(3);
  const file = workersFile(
    [first, { ...second, region: 'atlantis', bornOn: '1989-13-01' }, third, first],
    ';',
  );

  test('is kept with a planned case for each, and each fault is told by row and column', async () => {
    const reply = await upload(Buffer.concat([Buffer.from('\uFEFF'), file]));
    expect(reply.statusCode).toBe(201);
    expect(reply.json()).toMatchObject({ accepted: 2, faulty: 2 });
    expect(reply.json().faults).toEqual([
      {
        row: 3,
        faults: expect.arrayContaining([
          expect.objectContaining({ column: 'region', code: 'not-in-list' }),
          expect.objectContaining({ column: 'bornOn', code: 'wrong-format' }),
        ]),
      },
      {
        row: 5,
        faults: [
          expect.objectContaining({ column: 'iin', code: 'repeated' }),
          expect.objectContaining({ column: 'passportNumber', code: 'repeated' }),
        ],
      },
    ]);
    const filing = (await read(String(reply.headers.location))).json();
    expect(filing.rows).toEqual({ waiting: 2, filed: 0, submitted: 0, failed: 2 });
    expect(
      filing.page.map((row: { row: number; state: string; code: string }) => [row.row, row.state, row.code]),
    ).toEqual([
      [2, 'waiting', null],
      [3, 'failed', 'row-faulty'],
      [4, 'waiting', null],
      [5, 'failed', 'row-faulty'],
    ]);
    const paged = (await read(`${String(reply.headers.location)}?state=waiting&limit=1`)).json();
    expect([paged.page.length, paged.next]).toEqual([1, 2]);
  });

  test('that is sent twice is kept once, by the same key and by another', async () => {
    const again = workersFile(others(10, 5));
    const replies = await Promise.all([
      upload(again, { key: 'upload-one' }),
      upload(again, { key: 'upload-one' }),
      upload(again, { key: 'upload-two' }),
    ]);
    const filings = replies.map((reply) => reply.json().filingId);
    expect(new Set(filings).size).toBe(1);
    expect(replies.map((reply) => reply.statusCode)).toEqual([201, 201, 201]);
    const rows = (await read(`${url}/${filings[0]}`)).json().page;
    expect(new Set(rows.map(({ caseId }: { caseId: string }) => caseId)).size).toBe(5);
    const other = await upload(workersFile(others(20, 6)), { key: 'upload-one' });
    expect([other.statusCode, other.json().code]).toEqual([422, 'idempotency-key-reused']);
  });

  test('of which a corrected copy is sent files only the corrected worker: the others are filed already', async () => {
    const [good = {}, wrong = {}, renewed = {}] = others(11_000, 3);
    const first = await upload(workersFile([good, { ...wrong, bornOn: '1989-02-30' }, renewed]));
    expect(first.json()).toMatchObject({ accepted: 2, faulty: 1 });
    const moved = { ...renewed, passportNumber: 'FA9999999' };
    const second = await upload(workersFile([good, wrong, moved]));
    expect(second.json()).toMatchObject({ accepted: 1, faulty: 2 });
    expect(second.json().faults).toEqual([
      { row: 2, faults: [expect.objectContaining({ column: 'iin', code: 'already-filed' })] },
      { row: 4, faults: [expect.objectContaining({ column: 'iin', code: 'already-filed' })] },
    ]);
    const third = await upload(workersFile([wrong, good]));
    expect([third.statusCode, third.json().code]).toEqual([422, 'bulk-rows-faulty']);
    expect(third.json().errors).toMatchObject([{ pointer: '/rows/2/iin', code: 'already-filed' }, {}]);
    expect(third.body).not.toContain('Specimen');
  });

  test('leaves no worker in the log or in the register of acts', async () => {
    const register = await accounts.deps.db.query.intake.findMany();
    expect(accounts.lines.join('') + JSON.stringify(register)).not.toMatch(/Specimen|890417/);
  });

  test('is listed, and is not there for a stranger', async () => {
    const { filings } = (await read(url)).json();
    expect(filings).toHaveLength(4);
    expect((await read(`${url}/${filings[0].filingId}`, 'e-stranger')).statusCode).toBe(404);
  });
});

test('a file of ten thousand workers is kept whole, but for the one whose birth date cannot be', async () => {
  const workers = others(30, 10_000).map((one, n) => (n === 4_999 ? { ...one, bornOn: '1989-02-30' } : one));
  const reply = await upload(workersFile(workers));
  expect([reply.statusCode, reply.json().accepted, reply.json().faulty]).toEqual([201, 9_999, 1]);
  expect(reply.json().faults).toMatchObject([{ row: 5_001 }]);
  const { rows } = (await read(String(reply.headers.location))).json();
  expect(rows).toEqual({ waiting: 9_999, filed: 0, submitted: 0, failed: 1 });
});

test('the template can be sent as it is', async () => {
  const template = await read('/employers/bulk-template.csv');
  expect(template.headers['content-type']).toMatch(/^text\/csv/);
  url = await openAccount('e-two', '090740022656');
  const reply = await upload(template.rawPayload, { subject: 'e-two' });
  expect(reply.json()).toMatchObject({ accepted: 1, faulty: 0 });
});
