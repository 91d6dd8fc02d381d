/** The demonstration, played whole against the service: lives of permanent residence, told from their records. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { permanentChecks } from '../../domain/agencies';
import { createCallers, type Callers } from '../../scripts/demo/callers';
import { wantsColour } from '../../scripts/demo/ink';
import { inLanes } from '../../scripts/demo/lanes';
import type { Life } from '../../scripts/demo/life';
import { residenceLives } from '../../scripts/demo/lives';
import { bannedItems } from '../../scripts/demo/lives/banned-items';
import { complained } from '../../scripts/demo/lives/complained';
import { granted } from '../../scripts/demo/lives/granted';
import { heard } from '../../scripts/demo/lives/heard';
import { lateDocuments } from '../../scripts/demo/lives/late-documents';
import { refusedByScore } from '../../scripts/demo/lives/refused-by-score';
import { silentRegistry } from '../../scripts/demo/lives/silent-registry';
import { testFailed } from '../../scripts/demo/lives/test-failed';
import { withdrawn } from '../../scripts/demo/lives/withdrawn';
import { keepOrders } from '../../scripts/demo/orders-kept';
import { playAll } from '../../scripts/demo/play-all';
import { UnexpectedAnswer } from '../../scripts/demo/unexpected-answer';
import { openDemonstration, type Demonstration } from '../support/demonstration';

jest.setTimeout(240_000);

describe('the demonstration', () => {
  let demonstration: Demonstration;
  beforeAll(async () => {
    demonstration = await openDemonstration(residenceLives);
  });
  afterAll(async () => {
    await demonstration?.close();
  });

  const play = (life: Life) => demonstration.told(life);

  it('lets timur have his certificate, after two people agreed', async () => {
    const { story, text, types } = await play(granted);
    const { certificate, findings } = story.view;
    expect(findings.map(({ result }) => result)).toEqual(permanentChecks.map(() => 'clear'));
    expect(types.filter((type) => type === 'check-answered')).toHaveLength(8);
    expect(story.view.documents).toHaveLength(11);
    expect(types.filter((type) => type === 'documents-judged')).toHaveLength(1);
    expect(types.at(-1)).toBe('certificate-issued');
    for (const fact of [certificate!.number, 'zarina, caseworker', 'saule, supervisor', 'refused, four-eyes'])
      expect(text).toContain(fact);
    expect(text).toMatch(/… 5 days, \d working … +clock +stands: the applicant has the ball; 0 of 30 days/);
    expect(text).toMatch(/turn: form +█*░+ 5 of 30 days used, 25 left, until/);
    expect(text).toMatch(/clock +█+░+ \d+ of 30 days used, \d+ left, until/);
    expect(text).toMatch(/verification +█*░+ \d of 20 working days used, \d+ left, until/);
    expect(text).toContain(`npm run audit -- replay ${story.caseId}`);
  });

  it('lets the rule refuse pavel, naming every row of the score and that the table is a demonstration', async () => {
    const { story, text, types } = await play(refusedByScore);
    const { rows, total } = story.view.score!;
    expect(types.slice(-2)).toEqual(['application-scored', 'application-refused']);
    expect(total).toBeLessThan(400);
    const refusal = text.slice(text.indexOf('refuses by rule')).replaceAll(/\s+/g, ' ');
    for (const { criterion, points, max } of rows) expect(refusal).toContain(`${criterion} ${points}/${max}`);
    expect(refusal).toContain('score below threshold (pilot rules, stage 3)');
    expect(refusal).toMatch(/it would have passed with: solvency [a-z ]+ and /);
    expect(refusal).toContain('DEMONSTRATION');
  });

  it('never takes the silence about leyla for "clear"', async () => {
    const { story, text: drawn, types } = await play(silentRegistry);
    const text = drawn.replaceAll(/\s+/g, ' ');
    const registry = story.view.findings.find(({ check }) => check === 'criminal-registry');
    expect(registry).toMatchObject({ result: 'no-answer', judgement: 'clear' });
    const inOrder = ['check-unanswered', 'clock-warned', 'case-escalated', 'finding-judged', 'case-assigned'];
    const first = inOrder.map((type) => types.findIndex((each) => each === type));
    expect(first).toEqual([...first].sort((a, b) => a - b));
    expect(first).not.toContain(-1);
    expect(types).toContain('late-answer-kept');
    expect(text).toContain('the row is still there');
    expect(text).toContain('finds "no answer" from the criminal registry after 20 days: never a "clear"');
    expect(text).toMatch(/24:00 the service ✗ escalates to the supervisors/);
    expect(text).toContain('saule’s worklist has a row for it: escalation');
    expect(text).toContain('Certificate of no record from the land of origin');
  });

  it('lets the rule refuse oyuna after her third attempt, without a day of the service clock', async () => {
    const { story, text, types } = await play(testFailed);
    expect(types.filter((type) => type === 'language-test-result-received')).toHaveLength(3);
    expect(types.at(-1)).toBe('application-refused');
    expect(story.view.clock.daysUsed).toBe(0);
    expect(text).toContain('✗ reading    9 of 40 right, 22 % (50 % needed)');
    expect(text).toContain('language test failed (pilot rules, stage 1)');
    expect(text).toMatch(/turn: test +█*░+ 3 of 90 days used, 87 left, until/);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('a fourth attempt: refused, case-over');
  });

  it('bars nodira for thirty days, in which her own time stands, and lets her go when she wants to', async () => {
    const { story, text, types } = await play(bannedItems);
    const sittings = story.chapters.flatMap(({ event }) =>
      event.type === 'language-test-result-received' ? [event.data] : [],
    );
    expect(sittings.map(({ bannedItems: found, passed }) => [found, passed])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('book the next attempt: refused, retake-barred');
    expect(text).toMatch(/turn: test +█*░+ 3 of 90 days used, 87 left/);
    expect(types.at(-1)).toBe('application-withdrawn');
  });

  it('asks elif once more for what did not come in time, while the clock stands', async () => {
    const { story, text, types } = await play(lateDocuments);
    const told = ['documents-judged', 'documents-requested', 'turn-lapsed', 'documents-provided'];
    expect(types.filter((type) => told.includes(type))).toEqual([
      'documents-judged',
      'documents-requested',
      'turn-lapsed',
      'documents-requested',
      'documents-provided',
      'documents-judged',
    ]);
    expect(text).toContain('✗ housing document: adverse');
    expect(text).toMatch(
      /clock +stands: the applicant has the ball; \d of 30 days used\n +turn: papers +█+ 15 of 15/,
    );
    expect(text.replaceAll(/\s+/g, ' ')).toContain('in after all: refused, act-out-of-order');
    expect(story.view.documentsMissing).toEqual([]);
  });

  it('hears sevda in person before anybody decides, and gives the proposal back', async () => {
    const { text, types } = await play(heard);
    const told = ['certificate-not-confirmed', 'objection-received', 'hearing-recorded', 'decision-returned'];
    expect(types.filter((type) => told.includes(type))).toEqual(told);
    expect(types.filter((type) => type === 'decision-proposed')).toHaveLength(2);
    expect(types.filter((type) => type === 'decision-approved')).toHaveLength(1);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('before she was heard: refused, act-out-of-order');
  });

  it('sets aside what was decided about rustam, by somebody who had no part in it', async () => {
    const { story, text, types } = await play(complained);
    const told = ['hearing-closed', 'application-refused', 'complaint-filed', 'complaint-forwarded'];
    const after = ['complaint-decided', 'decision-set-aside', 'certificate-issued'];
    expect(types.filter((type) => [...told, ...after].includes(type))).toEqual([...told, ...after]);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('tries to reject the complaint: refused, took-part');
    expect(text).toMatch(/complaint +█*░+ \d of 20 working days used, \d+ left, until/);
    expect(story.view.complaint).toMatchObject({ against: 'refusal', outcome: 'satisfied' });
  });

  it('lets aizada go while the security service is silent, with every move of the clock told', async () => {
    const { story, text, types } = await play(withdrawn);
    const told = [
      'clock-stopped',
      'clock-resumed',
      'clock-extended',
      'check-unanswered',
      'agency-asked-again',
    ];
    expect(types.filter((type) => told.includes(type))).toEqual(told);
    expect(story.chapters.at(-2)?.after.status).toBe('verification');
    expect(types.at(-1)).toBe('application-withdrawn');
    expect(text).toContain('stands: an officer stopped it, foreign inquiry');
    expect(text).toMatch(/\d+ of 45 days used/);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('silence clear himself: refused, agreement-missing');
  });

  it('stops at the first answer that nobody expected, with what was sent and what came back', async () => {
    const hasty: Life = {
      ...granted,
      walk: async ({ applicant }) => {
        const caseId = await applicant.open('abai');
        await applicant.submitForm(caseId, 1);
        return { caseId, asides: [] };
      },
    };
    const stopped: unknown = await demonstration.walk(hasty).catch((error: unknown) => error);
    expect(stopped).toBeInstanceOf(UnexpectedAnswer);
    const { message } = stopped as UnexpectedAnswer;
    expect(message).toContain('sent        {"version":1}');
    expect(message).toMatch(/came back {3}409 .*act-out-of-order/);
    expect(message).not.toMatch(/Bearer|eyJ/);
  });
});

describe('the callers', () => {
  it('ask for an act that was only stamped under its number, until it is done', async () => {
    const answers = [
      { status: 200, body: { access_token: 'a-token' } },
      { status: 202, body: { number: 7, state: 'received' }, headers: { location: '/acts/7' } },
      { status: 200, body: { number: 7, caseId: 'a-case', state: 'received', answer: null } },
      { status: 200, body: { number: 7, caseId: 'a-case', state: 'answered', answer: { seq: 4 } } },
    ];
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      const { status = 500, body = {}, headers = {} } = answers.shift() ?? {};
      response.writeHead(status, headers).end(JSON.stringify(body));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const callers = createCallers({
      apiUrl: url,
      identityUrl: url,
      testingCentreUrl: url,
      criminalRegistryUrl: url,
      kinshipRegisterUrl: url,
    });
    await expect(callers.act('aigul', 'POST /admin/cases/a-case/decision')).resolves.toEqual({
      seq: 4,
      caseId: 'a-case',
    });
    expect(asked.slice(1)).toEqual(['POST /admin/cases/a-case/decision', 'GET /acts/7', 'GET /acts/7']);
    server.close();
    server.closeAllConnections();
  });
});

describe('the lanes', () => {
  it('begin no more lives at a time than there are lanes, and answer in their order', async () => {
    let atOnce = 0;
    let most = 0;
    const work = async (name: string) => {
      most = Math.max(most, (atOnce += 1));
      await new Promise(setImmediate);
      atOnce -= 1;
      return name.toUpperCase();
    };
    await expect(Promise.all(inLanes(['a', 'b', 'c', 'd', 'e'], 2, work))).resolves.toEqual([...'ABCDE']);
    expect(most).toBe(2);
  });

  it('begin nothing behind a life that failed', async () => {
    const begun: number[] = [];
    const work = async (which: number) => {
      begun.push(which);
      if (which === 1) throw new Error('stopped');
      return which;
    };
    const settled = await Promise.allSettled(inLanes([1, 2, 3, 4], 2, work));
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled']);
    expect(begun).toEqual([1, 2, 4]);
  });
});

describe('the order of the lives', () => {
  const aLife = (title: string, more: Partial<Life> = {}) => ({ ...granted, title, ...more });

  it('begins with the longest, lets one wait for another, and tells them as they are listed', async () => {
    const long = aLife('long', { long: true });
    const waiting = aLife('waiting', { after: long });
    const steps: string[] = [];
    const play = async ({ title }: Life) => {
      steps.push(`${title} begins`);
      await new Promise(setImmediate);
      steps.push(`${title} ends`);
      return title;
    };
    const told = await Promise.all(playAll([waiting, aLife('short'), long], 3, play));
    expect(told).toEqual(['waiting', 'short', 'long']);
    expect(steps.indexOf('long begins')).toBe(0);
    expect(steps.indexOf('waiting begins')).toBeGreaterThan(steps.indexOf('long ends'));
  });
});

describe('the control doors', () => {
  it('have the orders again that stood there before, and no other', async () => {
    const silent = { scope: { passportNumber: 'P1' }, silent: true };
    const orders = new Map<string, object[]>([['testing-centre', [silent]]]);
    const atAgency = async (agency: string, line: string, body?: object) => {
      const standing = orders.get(agency) ?? [];
      if (line.startsWith('DELETE')) orders.set(agency, []);
      if (line.startsWith('PUT')) orders.set(agency, [...standing, body ?? {}]);
      return { status: 200, headers: new Headers(), body: { behaviours: standing } };
    };
    const leave = await keepOrders({ atAgency: atAgency as Callers['atAgency'] });
    await atAgency('kinship-register', 'PUT /control/behaviour', { silent: true });
    await leave();
    expect(Object.fromEntries(orders)).toEqual({
      'testing-centre': [silent],
      'criminal-registry': [],
      'kinship-register': [],
    });
  });
});

describe('the colours', () => {
  it.each([
    ['a terminal', { isTTY: true }, {}, true],
    ['a terminal of somebody who wants none', { isTTY: true }, { NO_COLOR: '1' }, false],
    ['a pipe', {}, {}, false],
  ])('for %s', (_, screen, env, coloured) => {
    expect(wantsColour(screen, env)).toBe(coloured);
  });
});
