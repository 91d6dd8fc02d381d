/** A permit for an employer's place, over which the worker is killed or PostgreSQL restarts at every step: one number, one place. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { employers } from '../../agencies/employers';
import { stateSources } from '../../domain/permit';
import { createDeaths, type Ask } from '../support/deaths';
import { holdTable } from '../support/held-tables';
import { openHouse, type House } from '../support/house';
import { createPermitApplicant } from '../support/permit-applicant';
import { createPermitDesk, type PermitDesk } from '../support/permit-desk';
import { working } from '../support/permit-writes';
import { startServers } from '../support/servers';
import { everyActAnswered, expectOneStory, recordedEvents } from '../support/truth';
import type { WorkerProcess } from '../support/worker-process';

const employerId = 'emp-builder';
let servers: Awaited<ReturnType<typeof startServers>>;
let house: House;
let desk: PermitDesk;
let worker: WorkerProcess | undefined;
beforeAll(async () => {
  servers = await startServers();
  house = await openHouse(servers);
  desk = createPermitDesk(house);
  await everyFilingIsOfTheEmployer();
}, 180_000);
afterAll(async () => {
  await house.close();
  await servers.stop();
});

/** What a person opens stands in the register as filed by an employer's account. */
async function everyFilingIsOfTheEmployer(): Promise<void> {
  await house.owner.query(
    'INSERT INTO employers (employer_id, bin, name, is_individual) VALUES ($1, $2, $3, false)',
    [employerId, employers.builder.bin, 'A builder'],
  );
  await house.owner.query(`
    CREATE FUNCTION filed_by_employer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.verb = 'openPermitApplication' THEN
        NEW.message := jsonb_set(NEW.message, '{permit,employerId}', '"${employerId}"');
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER filed_by_employer BEFORE INSERT ON intake FOR EACH ROW EXECUTE FUNCTION filed_by_employer()`);
}

const blows: [string, () => Promise<void>][] = [
  [
    'the worker is killed',
    async () => {
      await worker?.kill();
    },
  ],
  [
    'PostgreSQL restarts',
    async () => {
      await servers.restartPostgres('immediate');
    },
  ],
];

/** Strikes while somebody waits for this table; then there is a worker again, and the table is free. */
async function strikeOver(table: string, strike: () => Promise<void>, begin: () => Promise<unknown>) {
  const held = await holdTable(house, table);
  const begun = begin();
  await held.someoneWaits();
  await strike();
  await held.release();
  await workerIsThere();
  return begun;
}

async function workerIsThere(): Promise<void> {
  await worker?.kill();
  worker = await house.startWorker();
}

/** Asked until it has its answer under its number. */
async function settled(caseId: string, act: Ask) {
  const answered = await house.desk.until(act, ({ status }) => status === 200, 60_000);
  await everyActAnswered(house, caseId);
  expect((await act()).body).toEqual(answered.body);
  return answered;
}

test.each(blows)(
  '%s while registers are read, papers compared, a place taken, the permit made',
  async (_, strike) => {
    const { asking, dyingAfter } = createDeaths(house);
    const timur = createPermitApplicant(house.desk, 'timur');
    const filed = working('KGZ');
    await workerIsThere();

    const opening = await strikeOver('prefilled_values', strike, () => timur.open(filed));
    const caseId = String(opening);
    await timur.reach(caseId, 'awaiting-form', 60_000);
    await timur.save(caseId, filed.form);
    await timur.uploadNeeded(caseId);

    await worker?.kill();
    const dying = await dyingAfter('completeness-checked');
    worker = undefined;
    const submit = asking('timur', `POST /applications/${caseId}/form/submission`, {
      body: { version: 1 },
      key: `filed-${caseId}`,
    });
    const submitting = submit();
    await dying.ended;
    await submitting;
    await workerIsThere();
    await settled(caseId, submit);
    await timur.reach(caseId, 'awaiting-judgement', 60_000);
    await desk.officials.judgeDocuments(caseId);

    const { seq: version } = await desk.toldAtLeast(caseId, 'decision-proposed');
    const decide = asking('aigul', `POST /admin/cases/${caseId}/officer-decision`, {
      body: { outcome: 'grant', version },
      key: `granted-${caseId}`,
    });
    await strikeOver('employer_places', strike, () => decide().catch(() => undefined));
    await settled(caseId, decide);
    await desk.reach(caseId, 'granted');
    await expectOnePermit(caseId);
  },
  240_000,
);

test.each(blows)(
  '%s while the permit gets its number: it keeps it',
  async (_, strike) => {
    const timur = createPermitApplicant(house.desk, 'timur');
    await workerIsThere();
    const caseId = await desk.verified('timur', working('KGZ'));
    const { seq: version } = await desk.toldAtLeast(caseId, 'decision-proposed');
    const { asking } = createDeaths(house);
    const decide = asking('aigul', `POST /admin/cases/${caseId}/officer-decision`, {
      body: { outcome: 'grant', version },
      key: `granted-${caseId}`,
    });
    await strikeOver('permits', strike, () => decide().catch(() => undefined));
    await settled(caseId, decide);
    await timur.reach(caseId, 'granted', 60_000);
    await expectOnePermit(caseId);
  },
  240_000,
);

async function expectOnePermit(caseId: string): Promise<void> {
  expect(await desk.permitsOf(caseId)).toHaveLength(1);
  const { rows } = await house.owner.query<{ held: boolean; released: boolean }>(
    `SELECT held_until IS NOT NULL AS held, released_at IS NOT NULL AS released FROM employer_places WHERE case_id = $1`,
    [caseId],
  );
  expect(rows).toEqual([{ held: true, released: false }]);
  const types = (await recordedEvents(house, caseId)).map(({ type }) => type);
  const count = (type: string) => types.filter((each) => each === type).length;
  expect(count('state-data-fetched')).toBe(stateSources.length);
  for (const once of ['completeness-checked', 'place-reserved', 'decision-approved', 'permit-issued']) {
    expect([once, count(once)]).toEqual([once, 1]);
  }
  await expectOneStory(house, caseId);
}
