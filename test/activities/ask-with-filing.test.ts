/** What a question carries of the filing: family, money, a certificate, and whether the question is owed at all. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createAgencyActivities } from '../../activities/ask-agencies';
import { createTestingCentreActivities } from '../../activities/ask-testing-centre';
import { people } from '../../agencies/people';
import { createAgencyLines } from '../../db/agency-lines';
import { createAlarms } from '../../db/alarms';
import { createCaseEvidence } from '../../db/case-evidence';
import { prepareCertificate } from '../../db/desk/certificates';
import { saveDraftInTx } from '../../db/desk/form-drafts';
import { preparePerson } from '../../db/desk/persons';
import { createRecord } from '../../db/record';
import { createPrefilledReads, type Prefilled } from '../../db/reads/prefilled';
import { agencyNames, type Check } from '../../domain/agencies';
import { subjectFrom } from '../../domain/answer-shape';
import type { FormDraft } from '../../domain/form';
import type { PermitDraft } from '../../domain/permit-form';
import type { PersonIdentity } from '../../domain/person';
import { clientsOf } from '../agencies/street';
import { openDatabase, type OwnDatabase } from '../db/own-database';
import { livesTo, permitLives, story, type Told } from '../support/case-files';
import { aLog } from '../support/log';
import { aPermitForm, anEmployer, anIndividual } from '../support/permit-forms';

const child = { surname: 'Sadyrkulova', givenName: 'Aida', bornOn: '2016-02-03' };
const certificate = { bank: 'Altyn Qazyna', number: '17-04/226', issuedOn: '2026-04-20' };
const form: FormDraft = {
  family: { members: [{ ...child, relation: 'child' }] },
  finances: { exemption: 'none', bankCertificate: { ...certificate, consentToInquiry: true }, fundsTenge: 5 },
};

const filled = (pointer: string, value: string): Prefilled => ({
  ...{ pointer, value, source: 'labour-contracts' },
  ...{ answerId: 'answer-1', receivedAt: '2026-05-09T05:00:01.000Z' },
});
const sideJob = [filled('/employment/bin', anIndividual), filled('/employment/contractNumber', 'SIDE-1')];

let database: OwnDatabase;
let server: Server;
let activities: ReturnType<typeof createAgencyActivities> & ReturnType<typeof createTestingCentreActivities>;
/** As `activities`, where the register of contracts has told of a side job before the filing. */
let withSideJob: ReturnType<typeof createAgencyActivities>;
let caseId: string;
let reply: { status: number; facts: object };
const heard: Record<string, unknown>[] = [];

beforeAll(async () => {
  database = await openDatabase();
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      const body = JSON.parse(text) as { requestId: string };
      heard.push(body);
      response.writeHead(reply.status).end(JSON.stringify({ requestId: body.requestId, ...reply.facts }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const urls = Object.fromEntries(agencyNames.map((name) => [name, url]));
  const deps = {
    evidence: createCaseEvidence(database.as('worker')),
    alarms: createAlarms(database.as('worker'), aLog().logger),
    prefilled: createPrefilledReads(database.as('worker')),
    lines: createAgencyLines(database.as('worker')),
    agencies: clientsOf(urls, 'http://us', 2_000),
  };
  activities = { ...createAgencyActivities(deps), ...createTestingCentreActivities(deps) };
  const prefilled = { ...deps.prefilled, listPrefilled: async () => sideJob };
  withSideJob = createAgencyActivities({ ...deps, prefilled });
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await database.close();
});
beforeEach(() => {
  caseId = `case-${randomUUID()}`;
  heard.length = 0;
  reply = { status: 202, facts: { reference: 'ref-1' } };
});

async function keep(person: PersonIdentity, content: FormDraft & PermitDraft = form): Promise<string> {
  const prepared = preparePerson(caseId, person);
  await database.as('api', 1).transaction(async (tx) => {
    await prepared.keepInTx(tx);
    await saveDraftInTx(tx, { caseId, basedOn: 0, content });
  });
  return prepared.personId;
}

/** The same person’s other case, as far as it has come. */
async function keepOther(person: PersonIdentity, life: readonly Told[]): Promise<string> {
  const other = `case-${randomUUID()}`;
  await database.as('api', 1).transaction((tx) => preparePerson(other, person).keepInTx(tx));
  await createRecord(database.as('worker')).appendEvents(other, story([...life]));
  return other;
}

const whomOf = (person: PersonIdentity) => ({ asked: subjectFrom(person), subject: subjectFrom(person) });

const question = (check: Check, personId: string) => ({
  ...{ caseId, personId, check, requestId: `${caseId}.${check}.1` },
  filing: { on: '2026-05-09', formVersion: 1, requiredTenge: 5_709_000 },
});

describe('a question after the form was handed in', () => {
  test('names the family to the registry of numbers', async () => {
    reply = {
      status: 200,
      facts: { answerId: 'a-1', ...whomOf(people.timur.person), status: 'match', family: ['unknown'] },
    };
    const asked = question('iin-registry', await keep(people.timur.person));
    expect(await activities.askAgency(asked)).toMatchObject({
      kind: 'answered',
      news: { result: 'unclear', codes: ['family-iin-unknown'] },
    });
    expect(heard).toEqual([{ requestId: asked.requestId, person: people.timur.person, family: [child] }]);
  });

  test.each<['issue' | 'renewal', string, object]>([
    ['renewal', 'permit-2026-11-24', { permitUntil: '2026-12-31' }],
    ['renewal', 'permit-2026-11-23', {}],
    ['issue', 'permit-2026-11-24', {}],
  ])(
    'of a permit (%s, %s) names its last day where the rules compare it',
    async (filing, policyVersion, days) => {
      const on = '2026-11-24';
      const permitNumber = 'TP-2025-100417';
      const told = { on, permitNumber, ...days };
      const { person } = people.bekzod;
      const personId = await keep(person, {
        currentPermit: { number: permitNumber, validUntil: '2026-12-31' },
      });
      const currentPermit = { number: permitNumber, validUntil: '2026-05-02', employerBin: null };
      const registration = { addressCode: '0201', from: '2026-01-01', until: null };
      const known = { ...whomOf(person), question: told, currentPermit, registration, employer: null };
      reply = { status: 200, facts: { answerId: `a-${caseId}`, ...known } };
      const asked = question('permit-register', personId);
      const filed = {
        ...asked.filing,
        on,
        purpose: 'study',
        filing,
        policyVersion,
        prefilled: true,
      } as const;
      expect(await activities.askAgency({ ...asked, filing: filed })).toMatchObject({
        kind: 'answered',
        news: {
          codes: 'permitUntil' in days ? ['permit-end-not-as-written', 'filed-after-the-ten-days'] : [],
        },
      });
      expect(heard).toEqual([{ requestId: asked.requestId, person, question: told }]);
    },
  );

  test.each([
    ['permit-2026-11-25', { bin: anEmployer, contractNumber: 'TD-17' }],
    ['permit-2026-11-24', { bin: anIndividual, contractNumber: 'SIDE-1' }],
  ])('under %s names the contract that counts to its register', async (policyVersion, named) => {
    const { person } = people.bekzod;
    const asked = question('labour-contracts', await keep(person, aPermitForm('work-with-permit')));
    const told = { on: '2026-05-09', ...named, contractUntil: '2031-04-30' };
    const answer = { answerId: `a-${caseId}`, ...whomOf(person), question: told, contracts: [] };
    reply = { status: 200, facts: answer };
    const filed = { purpose: 'work-with-permit', filing: 'issue', policyVersion, prefilled: true } as const;
    await withSideJob.askAgency({ ...asked, filing: { ...asked.filing, ...filed } });
    expect(heard).toEqual([{ requestId: asked.requestId, person, question: told }]);
  });

  test('names the certificate and the required amount to the bank', async () => {
    const asked = question('bank', await keep(people.timur.person));
    expect(await activities.askAgency(asked)).toEqual({ kind: 'accepted' });
    expect(heard).toEqual([
      {
        requestId: asked.requestId,
        person: people.timur.person,
        subject: { certificate, requiredTenge: 5_709_000 },
        callbackUrl: 'http://us/callbacks/bank',
      },
    ]);
  });

  test('tells the others of nobody but the person', async () => {
    const asked = question('security-service', await keep(people.timur.person));
    await activities.askAgency(asked);
    const callbackUrl = 'http://us/callbacks/security-service';
    expect(heard).toEqual([{ requestId: asked.requestId, person: people.timur.person, callbackUrl }]);
  });
});

describe('the other applications of who comes to stay', () => {
  const stranger = () => ({
    ...{ surname: 'Specimen', givenName: 'Twice', bornOn: '1989-04-17', citizenship: 'UZB' },
    passportNumber: `FA${randomUUID().slice(0, 8).toUpperCase()}`,
  });

  async function found(person: PersonIdentity) {
    const asked = question('migration-register', await keep(person));
    const facts = { answerId: `a-${caseId}`, ...whomOf(person), asOf: '2026-05-09', applications: [] };
    reply = { status: 200, facts };
    return activities.askAgency(asked);
  }
  const keptBody = async () => {
    const { rows } = await database.owner.query<{ body: { own?: { reference: string }[] } }>(
      'SELECT body FROM agency_answers WHERE case_id = $1',
      [caseId],
    );
    return rows[0]?.body.own?.map(({ reference }) => reference);
  };

  test.each<[string, readonly Told[], object]>([
    [
      'another one to stay, anywhere, is for a person to judge',
      livesTo['awaiting-form'],
      { result: 'unclear', codes: ['another-application-open'] },
    ],
    ['one that is over says nothing', livesTo.withdrawn, { result: 'clear', codes: [] }],
    ['one for a permit says nothing', permitLives['awaiting-decision'], { result: 'clear', codes: [] }],
  ])('%s', async (_, life, finding) => {
    const person = stranger();
    const other = await keepOther(person, life);
    expect(await found(person)).toMatchObject({ kind: 'answered', news: finding });
    expect(await keptBody()).toEqual(life === livesTo['awaiting-form'] ? [other] : []);
  });

  test('of somebody else say nothing', async () => {
    await keepOther(stranger(), livesTo['awaiting-form']);
    expect(await found(stranger())).toMatchObject({ news: { result: 'clear' } });
  });
});

describe('the money of who need not show it', () => {
  test('is not asked about, and the finding says who the form says him to be', async () => {
    const finances = { exemption: 'ethnic-kazakh', fundsTenge: 5 } as const;
    const asked = question('bank', await keep(people.timur.person, { finances }));
    expect(await activities.askAgency(asked)).toMatchObject({
      kind: 'not-due',
      codes: ['exempt-from-solvency', 'ethnic-kazakh'],
    });
    expect(heard).toEqual([]);
  });
});

describe('a question to a register behind a permit', () => {
  test('carries the day of the filing, and the finding is read from the answer alone', async () => {
    const { person } = people.bekzod;
    const asked = question('insurance-register', await keep(person));
    const whom = subjectFrom(person);
    const told = { on: '2026-05-09' };
    reply = {
      status: 200,
      facts: { answerId: 'a-1', asked: whom, subject: whom, question: told, policies: [] },
    };
    expect(await activities.askAgency(asked)).toMatchObject({
      kind: 'answered',
      news: { result: 'adverse', codes: ['not-insured'] },
    });
    expect(heard).toEqual([{ requestId: asked.requestId, person, question: told }]);
  });
});

describe('the fingerprints of a child', () => {
  test('are not asked for: the rule itself is the finding', async () => {
    const asked = question('fingerprint-registry', await keep(people.mirlan.person));
    expect(await activities.askAgency(asked)).toEqual({
      kind: 'not-due',
      effectiveAt: expect.any(String),
      codes: ['under-sixteen'],
    });
    expect(heard).toEqual([]);
    const { rowCount } = await database.owner.query('SELECT 1 FROM agency_requests WHERE case_id = $1', [
      caseId,
    ]);
    expect(rowCount).toBe(0);
  });

  test('are asked for when nobody says on which day the application was made', async () => {
    reply = {
      status: 200,
      facts: { answerId: 'a-1', ...whomOf(people.mirlan.person), status: 'not-registered' },
    };
    const { filing: _, ...asked } = question('fingerprint-registry', await keep(people.mirlan.person));
    expect(await activities.askAgency(asked)).toMatchObject({
      kind: 'answered',
      news: { result: 'unclear' },
    });
  });
});

describe('a language certificate that was presented', () => {
  const presented = { number: 'KZT-B1-20413', level: 'B1', issuedOn: '2025-10-11' } as const;

  test('goes to the testing centre as it was kept, and the answer to a door of its own', async () => {
    const personId = await keep(people.timur.person);
    const { certificateId, sha256, keepInTx } = prepareCertificate(caseId, presented);
    await database.as('api', 1).transaction((tx) => keepInTx(tx));
    const requestId = `${caseId}.testing-centre.certificate.1`;
    const asked = { caseId, personId, requestId, certificateId };
    expect(await activities.askCertificate(asked)).toEqual({ kind: 'accepted' });
    expect(heard).toEqual([
      {
        ...{ requestId, person: people.timur.person, certificate: presented },
        callbackUrl: 'http://us/callbacks/testing-centre/certificates',
      },
    ]);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(asked)).not.toContain(presented.number);
  });

  test('that is not kept is a mistake of ours, and nobody is asked', async () => {
    const personId = await keep(people.timur.person);
    const asked = { caseId, personId, requestId: `${caseId}.x`, certificateId: 'certificate-404' };
    await expect(activities.askCertificate(asked)).rejects.toThrow('certificate-404');
    expect(heard).toEqual([]);
  });
});
