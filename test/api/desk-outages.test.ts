/** What is handed in at the desk on the day that an outage of ours gave back, while nobody has noted the outage yet. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { eq } from 'drizzle-orm';
import { caseTime, cases, outages } from '../../db/schema';
import { recordCase } from './office/cases';
import { openOffice, type Office } from './office/office';

const hourMs = 60 * 60 * 1000;

let office: Office;
let caseId: string;
/** How far ahead of the wall clock the case lives. */
let offsetMs: number;
let dueMs: number;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  caseId = await recordCase(office, 'formOpen');
  const [row] = await office.deps.db.select().from(cases).where(eq(cases.caseId, caseId));
  dueMs = Date.parse(row?.waitingUntil ?? '');
  offsetMs = dueMs + 10 * hourMs - Date.now();
  await office.deps.db.insert(caseTime).values({ caseId, offsetMs });
});

/** Instants of the case, hours before its turn was over. */
async function weWereAway(fromHours: number, toHours: number): Promise<void> {
  const real = (hours: number) => new Date(dueMs - hours * hourMs - offsetMs).toISOString();
  await office.deps.db.insert(outages).values({ fromAt: real(fromHours), toAt: real(toHours) });
}

async function save() {
  const headers = { ...(await office.acting('p-one', 'applicant')), 'if-match': '"0"' };
  const url = `/applications/${caseId}/form`;
  return office.app.inject({ method: 'PUT', url, headers, payload: {} });
}
async function upload() {
  const headers = { ...(await office.acting('p-one', 'applicant')), 'content-type': 'application/pdf' };
  const payload = Buffer.from(`%PDF-1.7 a passport${' '.repeat(40)}\n%%EOF\n`);
  const url = `/applications/${caseId}/documents?kind=passport`;
  return office.app.inject({ method: 'POST', url, headers, payload });
}

test('comes too late where we were there all the time', async () => {
  expect([(await save()).json().code, (await upload()).json().code]).toEqual(['case-over', 'case-over']);
});

test('is taken where we were away for hours of its last day', async () => {
  await weWereAway(7, 4);
  expect([(await save()).statusCode, (await upload()).statusCode]).toEqual([200, 201]);
});
