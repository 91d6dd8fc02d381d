/** What lies beside the record: the look into the register, requests and answers once, certificates in a row. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createCaseEvidence, type CaseEvidence } from '../../db/case-evidence';
import { createCaseTime } from '../../db/case-time';
import { hashOfJson } from '../../db/hash';
import { createIntake, type Incoming, type Intake } from '../../db/intake';
import { createPermits } from '../../db/permits';
import { createRecord } from '../../db/record';
import { persons } from '../../db/schema';
import type { PersonIdentity } from '../../domain/person';
import { agency, applicant, livesTo, permitLives, story, type Told } from '../support/case-files';
import { openDatabase, type OwnDatabase } from './own-database';

let database: OwnDatabase;
let evidence: CaseEvidence;
let intake: Intake;
let caseId: string;

beforeAll(async () => {
  database = await openDatabase();
  evidence = createCaseEvidence(database.as('worker', 6));
  intake = createIntake(database.as('api', 6));
});
afterAll(() => database.close());
beforeEach(() => {
  caseId = `case-${randomUUID()}`;
});

function anAct(unlike: Partial<Incoming> = {}): Incoming {
  return {
    caseId,
    verb: 'submitForm',
    actor: applicant,
    idempotencyKey: randomUUID(),
    body: {},
    message: {},
    leaseMs: 60_000,
    ...unlike,
  };
}
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

/** Resolves with 'waits' when the promise has not by then. */
async function soon<T>(promise: Promise<T>, ms = 300): Promise<T | 'waits'> {
  return Promise.race([promise, sleep(ms, 'waits' as const)]);
}

describe('the look into the register before a deadline', () => {
  test('finds the acts of this case that were stamped before and have no answer, in their order', async () => {
    const first = await intake.register(anAct());
    const second = await intake.register(anAct());
    await intake.register(anAct({ caseId: `${caseId}-other` }));
    const settled = await intake.register(anAct());
    await intake.settle(settled.entry.number, { state: 'refused', answer: { code: 'form-missing' } });
    const { numbers } = await evidence.findActsBefore(caseId, inAnHour());
    expect(numbers).toEqual([first, second].map(({ entry }) => String(entry.number)));
  });

  test('does not find what was stamped at the instant or after it', async () => {
    const { entry } = await intake.register(anAct());
    expect((await evidence.findActsBefore(caseId, entry.effectiveAt)).numbers).toEqual([]);
    const next = new Date(Date.parse(entry.effectiveAt) + 1).toISOString();
    expect((await evidence.findActsBefore(caseId, next)).numbers).toEqual([String(entry.number)]);
  });

  test('does not find what an agency said', async () => {
    await intake.register(anAct({ actor: agency('criminal-registry'), verb: 'receiveAgencyAnswer' }));
    expect((await evidence.findActsBefore(caseId, inAnHour())).numbers).toEqual([]);
  });

  test('sees an act whose registration was under way when it was asked', async () => {
    let finish = () => undefined as void;
    const held = new Promise<void>((resolve) => (finish = resolve));
    let isUnderWay = () => undefined as void;
    const underWay = new Promise<void>((resolve) => (isUnderWay = resolve));
    const registering = intake.register(anAct(), async () => {
      isUnderWay();
      await held;
    });
    await underWay;
    const looking = evidence.findActsBefore(caseId, inAnHour());
    expect(await soon(looking)).toBe('waits');
    expect(await soon(evidence.findActsBefore(`${caseId}-other`, inAnHour()))).toMatchObject({ numbers: [] });
    finish();
    const { entry } = await registering;
    expect((await looking).numbers).toEqual([String(entry.number)]);
  });

  test('does not see an act whose registration came to nothing', async () => {
    const failing = intake.register(anAct(), async () => {
      await sleep(100);
      throw new Error('refused at the desk');
    });
    await sleep(30);
    const looking = evidence.findActsBefore(caseId, inAnHour());
    await expect(failing).rejects.toThrow();
    expect((await looking).numbers).toEqual([]);
  });

  test('leaves no act that is stamped before it and comes into sight after it', async () => {
    const looks: Promise<{ numbers: string[]; clock: string }>[] = [];
    const acts = [];
    for (let index = 0; index < 30; index += 1) {
      acts.push(intake.register(anAct()));
      looks.push(evidence.findActsBefore(caseId, inAnHour()));
    }
    const entries = (await Promise.all(acts)).map(({ entry }) => entry);
    for (const { numbers, clock } of await Promise.all(looks)) {
      const unseen = entries.filter(({ number }) => !numbers.includes(String(number)));
      for (const { effectiveAt } of unseen) expect(effectiveAt >= clock).toBe(true);
    }
  });

  test('tells the time of the case, not of the wall', async () => {
    await createCaseTime(database.as('api', 1)).move(caseId, 7 * 86_400_000);
    const { clock } = await evidence.findActsBefore(caseId, inAnHour());
    expect(Math.abs(Date.parse(clock) - Date.now() - 7 * 86_400_000)).toBeLessThan(5_000);
    expect(await evidence.offsetOf(caseId)).toBe(7 * 86_400_000);
    expect(await evidence.offsetOf(`${caseId}-other`)).toBe(0);
  });
});

describe('answers', () => {
  const body = { requestId: 'r-1', answerId: 'a-1', status: 'match' };

  async function answers(): Promise<{ sha256: string }[]> {
    const { rows } = await database.owner.query<{ sha256: string }>(
      'SELECT sha256 FROM agency_answers WHERE case_id = $1',
      [caseId],
    );
    return rows;
  }

  test('an answer is kept once, as it came, under the hash of its body', async () => {
    const answerId = randomUUID();
    const given = { agency: 'iin-registry', caseId, requestId: 'r-1', answerId, body } as const;
    expect(await evidence.keepAnswer(given)).toBe(hashOfJson(body));
    expect(await evidence.keepAnswer(given)).toBe(hashOfJson(body));
    expect(await answers()).toEqual([{ sha256: hashOfJson(body) }]);
  });

  test('another body under the same id is another answer: neither is lost', async () => {
    const given = { agency: 'iin-registry', caseId, requestId: 'r-1', answerId: randomUUID(), body } as const;
    await evidence.keepAnswer(given);
    await evidence.keepAnswer({ ...given, body: { ...body, status: 'mismatch' } });
    expect(await answers()).toHaveLength(2);
  });

  test('an answer is found again by its id and hash, and by no other case', async () => {
    const given = { agency: 'kinship-register', caseId, requestId: 'r-1', answerId: randomUUID() } as const;
    await evidence.keepAnswer({ ...given, body: { ...body, status: 'mismatch' } });
    const sha256 = await evidence.keepAnswer({ ...given, body });
    expect(await evidence.getAnswer({ ...given, sha256 })).toEqual(body);
    await expect(evidence.getAnswer({ ...given, sha256, caseId: `${caseId}-b` })).rejects.toThrow('not kept');
    await expect(evidence.getAnswer({ ...given, sha256: 'f'.repeat(64) })).rejects.toThrow('not kept');
  });
});

describe('certificates', () => {
  test('have one number a case, however often and from however many it is asked', async () => {
    const serials = await Promise.all(Array.from({ length: 6 }, () => evidence.allocateCertificate(caseId)));
    expect(new Set(serials).size).toBe(1);
    expect(await evidence.allocateCertificate(caseId)).toBe(serials[0]);
  });

  test('of two cases have two numbers, the later the higher', async () => {
    const first = await evidence.allocateCertificate(caseId);
    expect(await evidence.allocateCertificate(`${caseId}-b`)).toBeGreaterThan(first);
  });
});

test('a person or a form that is not kept is trouble, and the message names ids only', async () => {
  await expect(evidence.getPerson('person-404')).rejects.toThrow('person-404');
  await expect(evidence.getForm(caseId, 1)).rejects.toThrow(caseId);
});

describe('applications of the same person', () => {
  const specimen = { surname: 'Specimen', givenName: 'Worker', bornOn: '1989-04-17', citizenship: 'UZB' };
  const newPassport = () => `FA${randomUUID().replaceAll('-', '').slice(0, 9).toUpperCase()}`;

  async function person(id: string, identity: Partial<PersonIdentity> = {}): Promise<string> {
    const whole = { ...specimen, passportNumber: newPassport(), ...identity };
    await database
      .as('api', 1)
      .insert(persons)
      .values({ personId: id, caseId: id, identity: whole, sha256: 'x' });
    return id;
  }

  async function aPermitOf(id: string, life: readonly Told[], identity: Partial<PersonIdentity>) {
    await createRecord(database.as('worker')).appendEvents(await person(id, identity), story([...life]));
  }
  const referencesFor = async (personId: string) =>
    (await evidence.listOwnApplications(personId)).map(({ reference }) => reference);

  test.each<[string, readonly Told[], boolean]>([
    ['that is handed in is seen', permitLives['awaiting-decision'], true],
    ['that is not handed in yet is none', permitLives['awaiting-form'], false],
    ['that was granted is over', permitLives.granted, false],
  ])('one for a permit %s', async (_, life, isSeen) => {
    const identity = { passportNumber: newPassport() };
    await aPermitOf(`${caseId}-other`, life, identity);
    await aPermitOf(caseId, permitLives['awaiting-decision'], identity);
    expect(await referencesFor(caseId)).toEqual(isSeen ? [`${caseId}-other`] : []);
  });

  test('are told of one kind alone where only that is asked for', async () => {
    const identity = { passportNumber: newPassport() };
    await aPermitOf(`${caseId}-permit`, permitLives['awaiting-decision'], identity);
    await aPermitOf(`${caseId}-stay`, livesTo.verification, identity);
    await aPermitOf(`${caseId}-over`, livesTo.withdrawn, identity);
    const asks = await person(caseId, identity);
    expect(await referencesFor(asks)).toEqual([`${caseId}-permit`, `${caseId}-stay`]);
    const ofTheKind = await evidence.listOwnApplications(asks, 'permanent-residence');
    expect(ofTheKind.map(({ reference }) => reference)).toEqual([`${caseId}-stay`]);
  });

  test('one under an old passport is found by the IIN, and nobody else’s', async () => {
    const iin = String(Date.now()).slice(-12).padStart(12, '9');
    await aPermitOf(`${caseId}-old`, permitLives['awaiting-decision'], { iin });
    await aPermitOf(`${caseId}-else`, permitLives['awaiting-decision'], {});
    expect(await referencesFor(await person(caseId, { iin }))).toEqual([`${caseId}-old`]);
  });

  /** Granted for a ground that was lost, with its row in the register of permits. */
  async function monthsOf(id: string, identity: Partial<PersonIdentity>, until = '2026-11-05') {
    const permit = { filing: 'issue', purpose: 'ground-lost', employerId: null } as const;
    const life = permitLives.granted.map((told) =>
      told.type === 'application-opened' ? ({ ...told, data: { ...told.data, permit } } as Told) : told,
    );
    await createPermits(database.as('worker')).issue({
      ...{ caseId: id, personId: id, on: '2026-05-06', renews: null },
      termAfter: () => ({ validFrom: '2026-05-06', validUntil: until }),
      isEmpty: () => false,
    });
    await aPermitOf(id, life, identity);
  }

  test('the months after a lost ground that he had once are found, and no other permit of his', async () => {
    const identity = { passportNumber: newPassport() };
    await monthsOf(`${caseId}-once`, identity);
    await monthsOf(`${caseId}-else`, { passportNumber: newPassport() });
    await aPermitOf(`${caseId}-other`, permitLives.granted, identity);
    const had = await evidence.listOwnLostGround(await person(caseId, identity));
    expect(had.map(({ reference }) => reference)).toEqual([`${caseId}-once`]);
    expect(await evidence.listOwnLostGround(`${caseId}-once`)).toEqual([]);
  });
});
