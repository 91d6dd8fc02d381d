/** The demonstration, played whole against the service: three lives, told from their records. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createCallers } from '../../scripts/demo/callers';
import { createInk, wantsColour } from '../../scripts/demo/ink';
import type { Life } from '../../scripts/demo/life';
import { granted } from '../../scripts/demo/lives/granted';
import { refusedByScore } from '../../scripts/demo/lives/refused-by-score';
import { silentRegistry } from '../../scripts/demo/lives/silent-registry';
import { drawLife, playLife } from '../../scripts/demo/play';
import { UnexpectedAnswer } from '../../scripts/demo/unexpected-answer';
import { openHouse, type House } from '../support/house';

jest.setTimeout(150_000);

describe('the demonstration', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
    await house.startWorker();
  });
  afterAll(async () => {
    await house?.close();
  });

  async function play(life: Life) {
    const { apiUrl, ports, urls } = house;
    const identityUrl = `http://127.0.0.1:${ports.identity}`;
    const callers = createCallers({ apiUrl, identityUrl, criminalRegistryUrl: urls.CRIMINAL_REGISTRY_URL });
    const played = await playLife(life, callers, () => undefined);
    const text = drawLife(played, { ink: createInk(false), width: 120, apiUrl }).join('\n');
    if (process.env['RUQSAT_TEST_LOGS']) console.log(text);
    return { ...played, text, types: played.story.chapters.map(({ event }) => event.type) };
  }

  it('lets timur have his certificate, after two people agreed', async () => {
    const { story, text, types } = await play(granted);
    const { certificate, findings } = story.view;
    expect(findings.map(({ result }) => result)).toEqual(['clear', 'clear', 'clear', 'clear']);
    expect(types.filter((type) => type === 'check-answered')).toHaveLength(4);
    expect(types.at(-1)).toBe('certificate-issued');
    for (const fact of [certificate!.number, 'zarina, caseworker', 'saule, supervisor', 'refused, four-eyes'])
      expect(text).toContain(fact);
    expect(text).toMatch(/… 7 days … +clock █+░+ \d+ of 30 days used, \d+ left/);
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
    const inOrder = ['check-unanswered', 'clock-warned', 'case-escalated', 'case-assigned', 'finding-judged'];
    expect(types.filter((type) => inOrder.includes(type))).toEqual(inOrder);
    expect(types).toContain('late-answer-kept');
    expect(text).toContain('… 6 days …');
    expect(text).toContain('finds "no answer" from the criminal registry after 20 days: never a "clear"');
    expect(text).toMatch(/24:00 the service ✗ escalates to the supervisors/);
    expect(text).toContain('saule’s worklist has a row for it: escalation');
    expect(text).toContain('Certificate of no record from the land of origin');
    expect(text).toMatch(/of 30 days used, \d+ days? over/);
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
    const stopped: unknown = await play(hasty).catch((error: unknown) => error);
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
    const callers = createCallers({ apiUrl: url, identityUrl: url, criminalRegistryUrl: url });
    await expect(callers.act('aigul', 'POST /admin/cases/a-case/decision')).resolves.toEqual({
      seq: 4,
      caseId: 'a-case',
    });
    expect(asked.slice(1)).toEqual(['POST /admin/cases/a-case/decision', 'GET /acts/7', 'GET /acts/7']);
    server.close();
    server.closeAllConnections();
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
