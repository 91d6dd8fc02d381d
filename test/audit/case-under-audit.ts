/** A granted case in a house of its own, and the ways in which tests examine and alter it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDatabase } from '../../db/connect';
import { createAudit } from '../../audit/audit';
import type { Report } from '../../audit/examine';
import type { PartName } from '../../audit/verdict';
import { createApplicant } from '../support/applicant';
import { openHouse, type House } from '../support/house';
import { createOfficials } from '../support/officials';
import { renewBekzod } from '../support/permit-renewal';
import type { WorkerProcess } from '../support/worker-process';

/** Brings timur from the application to the certificate; resolves when his history is kept in our store. */
export async function grantTimur(house: House): Promise<string> {
  const timur = createApplicant(house.desk, 'timur');
  const office = createOfficials(house.desk);
  const caseId = await timur.open();
  await timur.passTest(caseId);
  await timur.fillForm(caseId);
  await timur.submitForm(caseId);
  await timur.reach(caseId, 'awaiting-judgement');
  await office.judgeDocuments(caseId);
  await office.interview(caseId);
  await office.decide(caseId, 'grant');
  await timur.reach(caseId, 'granted');
  await untilKept(house, caseId);
  return caseId;
}

/** The same with bekzod's renewal of a permit. */
export async function grantBekzod(house: House): Promise<string> {
  const caseId = await renewBekzod(house);
  await untilKept(house, caseId);
  return caseId;
}

async function untilKept(house: House, caseId: string): Promise<void> {
  const kept = () => house.owner.query('SELECT 1 FROM history_exports WHERE case_id = $1', [caseId]);
  await house.desk.until(kept, ({ rows }) => rows.length > 0);
}

/** Close it in `afterAll`, also when opening failed half-way. */
export async function openAuditedHouse(live: (house: House) => Promise<string> = grantTimur) {
  const house = await openHouse();
  let worker: WorkerProcess | undefined;
  const folder = mkdtempSync(join(tmpdir(), 'ruqsat-audit-'));
  const database = connectDatabase(house.database.urlOf('audit'), () => undefined, 2);
  const keysFile = house.keysFile;
  const close = async () => {
    await worker?.stop();
    await database.close();
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    worker = await house.startWorker();
    const caseId = await live(house);
    return {
      house,
      caseId,
      /** What the auditor's program has, with other parts where a test hands them in. */
      auditWith: (other: Partial<Parameters<typeof createAudit>[0]> = {}) =>
        createAudit({ db: database.db, client: house.client, keysFile, ...other }),
      /** A file of the test's own. */
      fileWith(name: string, text: string): string {
        const path = join(folder, name);
        writeFileSync(path, text, { mode: 0o600 });
        return path;
      },
      keys: () => readFileSync(keysFile, 'utf8'),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
export type AuditedHouse = Awaited<ReturnType<typeof openAuditedHouse>>;

export function verdictsOf(report: Report | undefined): Partial<Record<PartName, string>> {
  return Object.fromEntries((report?.parts ?? []).map(({ part, verdict }) => [part, verdict]));
}

export function partIn(report: Report | undefined, name: PartName) {
  const part = report?.parts.find((each) => each.part === name);
  if (part === undefined) throw new Error(`the report has no part ${name}`);
  return part;
}
