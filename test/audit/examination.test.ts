/** One granted case, examined untouched and after everything that could have been done to it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from '@temporalio/client';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { compiledFile } from '../../audit/replayer';
import { hashOfJson } from '../../db/hash';
import { registerNamespace } from '../../scripts/servers/temporal-namespace';
import { createApplicant } from '../support/applicant';
import { openAuditedHouse, partIn, verdictsOf, type AuditedHouse } from './case-under-audit';
import { eventsOf, forgeScore } from './forged-export';

let audited: AuditedHouse;
let caseId: string;
beforeAll(async () => {
  audited = await openAuditedHouse();
  caseId = audited.caseId;
});
afterAll(() => audited?.close());

const allClean = {
  history: 'clean',
  'own-bundle': 'clean',
  'todays-code': 'clean',
  record: 'clean',
  fold: 'clean',
  chain: 'clean',
  score: 'clean',
  permit: 'clean',
  findings: 'clean',
  deadlines: 'clean',
  evidence: 'clean',
  notices: 'clean',
};

const bundle = () => readFileSync(compiledFile('workflow-bundle.js'), 'utf8');
const replace = (text: string, from: string, to: string) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

/** Alters what lies in PostgreSQL as only its owner could, for as long as `look` lasts. */
async function whileAltered<T>(
  alteration: { does: string; undoes: string },
  look: () => Promise<T>,
): Promise<T> {
  await audited.house.owner.query(alteration.does.replaceAll('$case', `'${caseId}'`));
  try {
    return await look();
  } finally {
    await audited.house.owner.query(alteration.undoes.replaceAll('$case', `'${caseId}'`));
  }
}

describe('a life that nobody touched', () => {
  test('is clean in all parts', async () => {
    const report = await audited.auditWith().replayHistory(caseId);
    expect(verdictsOf(report)).toEqual(allClean);
    expect(report?.verdict).toBe('clean');
    expect(report?.runs.map(({ source }) => source)).toEqual(['temporal']);
  });

  test('is clean from our own store, when Temporal has forgotten it', async () => {
    const namespace = `forgetful-${randomUUID()}`;
    await registerNamespace(process.env['TEST_TEMPORAL_ADDRESS']!, namespace);
    const client = new Client({ connection: audited.house.client.connection, namespace });
    const report = await audited.auditWith({ client }).replayHistory(caseId);
    expect(report?.runs.map(({ source }) => source)).toEqual(['store']);
    expect(verdictsOf(report)).toEqual(allClean);
  });

  test('is clean as an export that was handed in, after a way through a file', async () => {
    const exported = await audited.auditWith().exportHistory(caseId);
    const report = await audited.auditWith().replayHistory(caseId, JSON.parse(JSON.stringify(exported)));
    expect(report?.runs.map(({ source }) => source)).toEqual(['file']);
    expect(verdictsOf(report)).toEqual(allClean);
  });

  test('is clean while it is still going on, told by its open history', async () => {
    const elif = createApplicant(audited.house.desk, 'elif');
    const openCase = await elif.open();
    await elif.passTest(openCase);
    const report = await audited.auditWith().replayHistory(openCase);
    expect(verdictsOf(report)).toEqual(allClean);
    const exported = await audited.auditWith().exportHistory(openCase);
    await elif.withdraw(openCase);
    const later = await audited.auditWith().replayHistory(openCase, exported);
    expect(verdictsOf(later)).toEqual(allClean);
    expect(partIn(later, 'record').notes).toEqual(['1 recorded event came after this history was kept.']);
  });

  test('holds nobody by name in its export or its report', async () => {
    const audit = audited.auditWith();
    const told = JSON.stringify([await audit.exportHistory(caseId), await audit.replayHistory(caseId)]);
    expect(told).not.toMatch(/Sadyrkulov|Timur|PE9100417|880314302411|hydraulic|Semey/);
  });
});

describe('a record that was altered', () => {
  test('names the seq in the chain, the pointer against the history and the criterion against the form', async () => {
    const where = `WHERE case_id = $case AND type = 'application-scored'`;
    const report = await whileAltered(
      {
        does: `UPDATE case_events SET data = jsonb_set(data, '{rows,3,points}', '120') ${where}`,
        undoes: `UPDATE case_events SET data = jsonb_set(data, '{rows,3,points}', '90') ${where}`,
      },
      () => audited.auditWith().replayHistory(caseId),
    );
    expect(report?.verdict).toBe('diverged');
    expect(verdictsOf(report)).toEqual({
      ...allClean,
      record: 'diverged',
      fold: 'diverged',
      chain: 'diverged',
      score: 'diverged',
    });
    const seq = partIn(report, 'chain').findings[0]?.seq;
    expect(partIn(report, 'record').findings).toMatchObject([
      { seq, pointer: '/data/rows/3/points', recorded: 120, expected: 90 },
    ]);
    expect(partIn(report, 'score').findings).toMatchObject([
      { words: 'Criterion education, points: 120 in the record, 90 when computed again.', seq },
    ]);
  });

  test('misses an event that was taken out at the end', async () => {
    await audited.house.owner.query(
      `CREATE TABLE taken AS SELECT * FROM case_events WHERE case_id = '${caseId}' AND type = 'certificate-issued';
        CREATE TABLE untold AS SELECT * FROM notices WHERE case_id = '${caseId}'`,
    );
    const report = await whileAltered(
      {
        does: `DELETE FROM notices WHERE case_id = $case;
          DELETE FROM case_events WHERE case_id = $case AND type = 'certificate-issued'`,
        undoes: 'INSERT INTO case_events SELECT * FROM taken; INSERT INTO notices SELECT * FROM untold',
      },
      () => audited.auditWith().replayHistory(caseId),
    );
    expect(partIn(report, 'record').findings[0]?.words).toMatch(/certificate-issued.*the record lacks it/);
    expect(partIn(report, 'chain').findings[0]?.words).toMatch(/last seen at event \d+, and the record ends/);
  });

  test('is told apart from a read table that was altered', async () => {
    const report = await whileAltered(
      {
        does: `UPDATE cases SET status = 'refused' WHERE case_id = $case`,
        undoes: `UPDATE cases SET status = 'granted' WHERE case_id = $case`,
      },
      () => audited.auditWith().replayHistory(caseId),
    );
    expect(verdictsOf(report)).toEqual({ ...allClean, fold: 'diverged' });
    expect(partIn(report, 'fold').findings).toMatchObject([
      { pointer: '/cases/status', recorded: 'refused', expected: 'granted' },
    ]);
  });
});

describe('a notice', () => {
  const isDecision = `WHERE case_id = $case AND kind = 'decision'`;

  test('that tells another date than the law is found, with both', async () => {
    const report = await whileAltered(
      {
        does: `CREATE TABLE held AS SELECT * FROM notices ${isDecision};
          UPDATE notices SET facts = jsonb_set(facts, '{validUntil}', '"2031-01-01"') ${isDecision}`,
        undoes: `UPDATE notices SET facts = held.facts FROM held WHERE notices.case_id = held.case_id AND notices.seq = held.seq;
          DROP TABLE held`,
      },
      () => audited.auditWith().replayHistory(caseId),
    );
    expect(verdictsOf(report)).toEqual({ ...allClean, notices: 'diverged' });
    expect(partIn(report, 'notices').findings).toMatchObject([
      {
        pointer: '/facts/validUntil',
        recorded: '2031-01-01',
        words: expect.stringMatching(/in kk, ru, en\.$/),
      },
    ]);
  });
});

describe('evidence that was altered', () => {
  test('is found when an agency would now have said something else', async () => {
    const where = `WHERE case_id = $case AND agency = 'berkut'`;
    const report = await whileAltered(
      {
        does: `UPDATE agency_answers SET body = jsonb_set(body, '{overstayDays}', '40') ${where}`,
        undoes: `UPDATE agency_answers SET body = jsonb_set(body, '{overstayDays}', '0') ${where}`,
      },
      () => audited.auditWith().replayHistory(caseId),
    );
    expect(verdictsOf(report)).toEqual({ ...allClean, findings: 'diverged' });
    const said = partIn(report, 'findings').findings.map(({ words }) => words);
    expect(said[0]).toMatch(/answer of berkut is not the one that came/);
    expect(said[1]).toBe('Check berkut, /result: "clear" in the record, "unclear" when read again.');
  });

  test('is found when the form is another one', async () => {
    const where = 'WHERE case_id = $case AND version = 1';
    const report = await whileAltered(
      {
        does: `UPDATE form_versions SET content = jsonb_set(content, '{employment,periods,0,from}', '"2022-12-01"') ${where}`,
        undoes: `UPDATE form_versions SET content = jsonb_set(content, '{employment,periods,0,from}', '"2015-09-01"') ${where}`,
      },
      () => audited.auditWith().replayHistory(caseId),
    );
    expect(verdictsOf(report)).toEqual({ ...allClean, score: 'diverged' });
    const said = partIn(report, 'score').findings.map(({ words }) => words);
    expect(said[0]).toMatch(/is not the form that was scored/);
    expect(said).toContain('Criterion work, points: 60 in the record, 30 when computed again.');
  });

  test('is found when a text was rewritten, without a word of it', async () => {
    const report = await whileAltered(
      {
        does: `UPDATE case_texts SET body = body || ' secretly' WHERE case_id = $case`,
        undoes: `UPDATE case_texts SET body = replace(body, ' secretly', '') WHERE case_id = $case`,
      },
      () => audited.auditWith().replayHistory(caseId),
    );
    expect(verdictsOf(report)).toEqual({ ...allClean, evidence: 'diverged' });
    expect(JSON.stringify(report)).not.toMatch(/secretly|answered everything/);
  });
});

test('a history whose score was raised replays clean, and the computing again names the criterion', async () => {
  const exported = (await audited.auditWith().exportHistory(caseId))!;
  const eventId = await forgeScore(exported, audited.keys(), (score) => {
    score.rows[3]!.points = 120;
  });
  const report = await audited.auditWith().replayHistory(caseId, exported);
  expect(verdictsOf(report)).toEqual({ ...allClean, score: 'diverged' });
  expect(partIn(report, 'score').findings).toMatchObject([
    {
      words: 'Criterion education, points: 120 in the history, 90 when computed again.',
      eventId,
      recorded: 120,
      expected: 90,
    },
  ]);
});

describe('workflow code that was changed', () => {
  const replayWith = (name: string, code: string) =>
    audited.auditWith({ todaysBundle: audited.fileWith(name, code) }).replayHistory(caseId);

  test('is named with the event where it would set a timer', async () => {
    const report = await replayWith(
      'timer.js',
      replace(
        bundle(),
        'scoring: score,',
        'scoring: async (life) => { await (0, workflow_1.condition)(() => false, 1000); await score(life); },',
      ),
    );
    expect(verdictsOf(report)).toEqual({ ...allClean, 'todays-code': 'diverged' });
    const [finding] = partIn(report, 'todays-code').findings;
    expect(finding?.words).toMatch(
      /^Event \d+ of .* UTC: the activity \w+ was ordered; the code would set a timer there\.$/,
    );
    expect(finding?.eventId).toBeGreaterThan(40);
    expect(finding?.technical).toMatch(/^\[TMPRL1100\] Nondeterminism error/);
  });

  test('is named with the event where it would order another activity, though the replayer names none', async () => {
    const report = await replayWith(
      'order.js',
      replace(
        bundle(),
        'decision: decide,',
        `decision: async (life) => {
          await life.until((file) => file.status === 'granting');
          (0, activities_1.scoreApplication)({});
          await decide(life);
        },`,
      ),
    );
    const exported = (await audited.auditWith().exportHistory(caseId))!;
    const issued = eventsOf(exported).find(
      (event) => event.activityTaskScheduledEventAttributes?.activityType.name === 'issueCertificate',
    );
    expect(partIn(report, 'todays-code').findings).toMatchObject([
      {
        eventId: Number(issued?.eventId),
        words: expect.stringMatching(
          /issueCertificate was ordered; .* ordered the activity scoreApplication there\.$/,
        ),
      },
    ]);
  });

  test('is named when it does not run at all', async () => {
    const report = await replayWith(
      'broken.js',
      replace(
        bundle(),
        'async function score(life) {',
        'async function score(life) { throw new Error("no");',
      ),
    );
    expect(partIn(report, 'todays-code').findings[0]?.words).toMatch(
      /^The code itself failed after event \d+/,
    );
  });
});

describe('what cannot be compared', () => {
  const handIn = async (change: (exported: NonNullable<Awaited<ReturnType<typeof exportIt>>>) => void) => {
    const exported = (await exportIt())!;
    change(exported);
    return audited.auditWith().replayHistory(caseId, exported);
  };
  const exportIt = () => audited.auditWith().exportHistory(caseId);

  test('is a bundle that was not kept', async () => {
    const unknown = 'ab'.repeat(32);
    const report = await handIn(({ runs }) => {
      const [run] = runs;
      const text = JSON.stringify(run!.history).replaceAll(run!.bundleHashes[0]!, unknown);
      run!.history = JSON.parse(text) as object;
      run!.sha256 = hashOfJson(run!.history);
    });
    expect(report?.verdict).toBe('not-comparable');
    expect(verdictsOf(report)).toEqual({ ...allClean, 'own-bundle': 'not-comparable' });
    expect(partIn(report, 'own-bundle').findings[0]?.words).toContain(
      `workflow code ${unknown} was not kept`,
    );
  });

  test('is a payload whose key is missing; what needs no history is compared all the same', async () => {
    const keysFile = audited.fileWith('other-keys', `k9:${randomBytes(32).toString('base64')}\n`);
    const report = await audited.auditWith({ keysFile }).replayHistory(caseId);
    expect(verdictsOf(report)).toEqual({
      ...allClean,
      history: 'not-comparable',
      'own-bundle': 'not-comparable',
      'todays-code': 'not-comparable',
      record: 'not-comparable',
      score: 'not-comparable',
    });
    expect(partIn(report, 'history').findings[0]?.words).toContain('payload key k1 is missing');
  });

  test('is a history that was cut off', async () => {
    const report = await handIn((exported) => eventsOf(exported).splice(100));
    expect(report?.verdict).toBe('not-comparable');
    expect(partIn(report, 'history').findings[0]?.words).toMatch(
      /is cut off: it ends at event 100, and it was kept with \d+/,
    );
    expect(partIn(report, 'own-bundle').verdict).toBe('not-comparable');
  });

  test('is a history with a hole, or one that is no history', async () => {
    const hole = await handIn((exported) => eventsOf(exported).splice(60, 1));
    expect(partIn(hole, 'history').findings[0]?.words).toContain('event 61 is not where it should be');
    const none = await handIn(({ runs }) => (runs[0]!.history = { events: 'gone' }));
    expect(partIn(none, 'history').findings[0]?.words).toContain('is damaged: it cannot be read');
  });

  test('is a run that is gone', async () => {
    const report = await handIn((exported) => {
      exported.missingRuns = exported.runs.map(({ runId }) => runId);
      exported.runs = [];
    });
    expect(partIn(report, 'history').findings[0]?.words).toContain('is gone from Temporal and was not kept');
  });

  test('is a replay that takes longer than it may', async () => {
    const report = await audited.auditWith({ replayLimitMs: 50 }).replayHistory(caseId);
    expect(partIn(report, 'own-bundle').findings[0]?.words).toMatch(/took longer than it may/);
    expect(report?.verdict).toBe('not-comparable');
  });
});

test('a kept history whose text is not the one that was kept is named, and examined all the same', async () => {
  const exported = (await audited.auditWith().exportHistory(caseId))!;
  await forgeScore(exported, audited.keys(), (score) => {
    score.rows[3]!.points = 120;
  });
  exported.runs[0]!.sha256 = '0'.repeat(64);
  const report = await audited.auditWith().replayHistory(caseId, exported);
  expect(partIn(report, 'history').findings[0]?.words).toContain('is no longer the text that was kept');
  expect(partIn(report, 'score').verdict).toBe('diverged');
});

test('a case that nobody knows has nothing to examine', async () => {
  const audit = audited.auditWith();
  expect(await audit.replayHistory('0000-0000-0000')).toBeUndefined();
  expect(await audit.exportHistory('0000-0000-0000')).toBeUndefined();
  expect(await audit.verifyChain('0000-0000-0000')).toBeUndefined();
});
