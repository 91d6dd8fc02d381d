/** Workers die, and PostgreSQL restarts, over each step of a permit: everybody is asked once, and one number comes of it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { people } from '../../agencies/people';
import { lawDate, nextDate } from '../../domain/law-day';
import { stateSources } from '../../domain/permit';
import { renewingForm } from '../../scripts/demo/permit-forms';
import { control } from '../agencies/street';
import { createDeaths } from '../support/deaths';
import { holdTable } from '../support/held-tables';
import { openHouse, type House } from '../support/house';
import { createPermitApplicant } from '../support/permit-applicant';
import { createPermitDesk, type PermitDesk } from '../support/permit-desk';
import { startServers } from '../support/servers';
import { expectOneStory } from '../support/truth';

const patienceMs = 60_000;
const filed = { filing: 'renewal', purpose: 'work-with-permit', form: renewingForm() } as const;
const oldPermit = people.bekzod.facts['permit-register'].currentPermit;
let servers: Awaited<ReturnType<typeof startServers>>;
let house: House;
let desk: PermitDesk;
beforeAll(async () => {
  servers = await startServers();
  house = await openHouse(servers);
  desk = createPermitDesk(house);
}, 180_000);
afterAll(async () => {
  await house.close();
  await servers.stop();
});

const times = async (caseId: string, type: Parameters<PermitDesk['told']>[1]) =>
  (await desk.told(caseId, type)).length;

/** The questions of a case that any agency knows, as often as it knows them. */
async function questionsOf(caseId: string): Promise<string[]> {
  const doors = Object.entries(house.ports).filter(([name]) => name !== 'identity');
  const known = await Promise.all(
    doors.map(async ([, port]) => {
      const { pending, answered } = (await control(`http://127.0.0.1:${port}`, 'GET /control')) as Record<
        'pending' | 'answered',
        { requestId: string }[]
      >;
      return [...pending, ...answered].map(({ requestId }) => requestId);
    }),
  );
  return known.flat().filter((requestId) => requestId.startsWith(caseId));
}

/** Each register filled in once, each agency of the purpose asked under one id and heard once, one grant proposed. */
async function expectAskedOnce(caseId: string): Promise<void> {
  const { checks } = await expectOneStory(house, caseId);
  const wanted = [
    ...stateSources.map((source) => `${caseId}.${source}.prefill`),
    ...Object.keys(checks ?? {}).map((check) => `${caseId}.${check}.1`),
  ];
  expect((await questionsOf(caseId)).sort()).toEqual(wanted.sort());
  const fetched = await desk.told(caseId, 'state-data-fetched');
  const sources = fetched.map(({ data }) => (data as { source: string }).source);
  expect(sources.sort()).toEqual([...stateSources].sort());
  const answered = (await desk.told(caseId, 'check-answered')).map(
    ({ data }) => (data as { check: string }).check,
  );
  expect(answered.sort()).toEqual(Object.keys(checks ?? {}).sort());
  expect(await times(caseId, 'completeness-checked')).toBe(1);
  expect(await times(caseId, 'decision-proposed')).toBe(1);
}

/** One permit, one number in register, record and view; the old permit ends once, on the day before. */
async function expectOnePermit(caseId: string, serial: string): Promise<void> {
  expect((await desk.permitsOf(caseId)).map((row) => row.serial)).toEqual([serial]);
  const number = expect.stringMatching(new RegExp(`^KZ-TRP-\\d{4}-0*${serial}$`));
  expect(await desk.told(caseId, 'permit-issued')).toMatchObject([
    { data: { number, renews: oldPermit?.number } },
  ]);
  const certificate = { number, validFrom: nextDate(oldPermit?.validUntil ?? '') };
  expect(await expectOneStory(house, caseId)).toMatchObject({ status: 'granted', certificate });
  const seen = await house.desk.call('bekzod', `GET /applications/${caseId}`);
  expect(seen.body).toMatchObject({ outcome: { certificate } });
  const looked = await house.desk.call('aigul', `GET /admin/cases/${caseId}`);
  expect(looked.body).toMatchObject({ certificate });
  const { rows } = await house.owner.query<{ serial: string }>(
    'SELECT serial FROM permits WHERE case_id = $1 AND renews = $2',
    [caseId, oldPermit?.number],
  );
  expect(rows).toEqual([{ serial }]);
}

/** Who has renewed already is looked at by a person: what was granted before never begins. */
async function endEarlier(): Promise<void> {
  const { rows } = await house.owner.query<{ id: string; at: string }>(
    `SELECT case_id AS id, case_file->>'statusSince' AS at FROM cases WHERE status = 'granted'`,
  );
  for (const { id, at } of rows) {
    const body = { change: 'left-the-country', on: lawDate(at) };
    const reported = await house.desk.answered('bekzod', `POST /applications/${id}/changes`, { body });
    expect(reported).toMatchObject({ status: 200 });
  }
}

test('workers die while registers are read, agencies asked, the grant proposed and the number given', async () => {
  const { asking, dyingAfter, foundAgain } = createDeaths(house);
  const bekzod = createPermitApplicant(house.desk, 'bekzod');
  const fetching = await dyingAfter('fetchStateData');
  const caseId = await bekzod.open(filed);
  await fetching.ended;

  const checking = await dyingAfter('askAgency');
  await bekzod.reach(caseId, 'awaiting-form', patienceMs);
  await bekzod.save(caseId, filed.form);
  await bekzod.uploadNeeded(caseId);
  const body = { version: 1 };
  const submit = asking('bekzod', `POST /applications/${caseId}/form/submission`, {
    body,
    key: 'filed-once',
  });
  await submit();
  await checking.ended;

  const proposing = await dyingAfter('decision-proposed');
  await foundAgain(caseId, submit);
  await bekzod.reach(caseId, 'awaiting-judgement', patienceMs);
  await desk.officials.judgeDocuments(caseId);
  await proposing.ended;
  const { seq: version } = await desk.toldAtLeast(caseId, 'decision-proposed');

  const issuing = await dyingAfter('issuePermit');
  const decide = asking('aigul', `POST /admin/cases/${caseId}/officer-decision`, {
    body: { outcome: 'grant', version },
    key: 'granted-once',
  });
  await decide();
  await issuing.ended;
  const [{ serial } = { serial: 'none' }] = await desk.permitsOf(caseId);
  expect(await times(caseId, 'permit-issued')).toBe(0);

  const recording = await dyingAfter('permit-issued');
  await recording.ended;
  const last = await house.startWorker();
  await foundAgain(caseId, decide);
  await desk.reach(caseId, 'granted');
  await expectOnePermit(caseId, serial);
  await expectAskedOnce(caseId);
  await last.stop();
}, 240_000);

test('PostgreSQL restarts while an answer is written down: verification goes on by itself', async () => {
  const worker = await house.startWorker();
  const bekzod = createPermitApplicant(house.desk, 'bekzod');
  await endEarlier();
  const caseId = await bekzod.open(filed);
  await bekzod.reach(caseId, 'awaiting-form', patienceMs);
  await bekzod.save(caseId, filed.form);
  await bekzod.uploadNeeded(caseId);
  const held = await holdTable(house, 'agency_answers');
  expect(await bekzod.submit(caseId)).toMatchObject({ status: 200 });
  await held.someoneWaits();
  await servers.restartPostgres('immediate');
  await held.release();

  await bekzod.reach(caseId, 'awaiting-judgement', patienceMs);
  await desk.officials.judgeDocuments(caseId);
  await desk.grant(caseId);
  const [{ serial } = { serial: 'none' }] = await desk.permitsOf(caseId);
  await expectOnePermit(caseId, serial);
  await expectAskedOnce(caseId);
  await worker.stop();
}, 240_000);
