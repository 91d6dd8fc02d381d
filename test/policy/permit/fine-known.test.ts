/** Whoever is in time by a fine alone was fined: the registry of offences has to know of it, or a person looks. */
import { describe, expect, test } from '@jest/globals';
import { compareFindings } from '../../../audit/compare-findings';
import { hashOfJson } from '../../../db/hash';
import type { CriminalRegistryAnswer } from '../../../domain/agency-answers';
import type { CaseEvent } from '../../../domain/events';
import type { WindowRule } from '../../../domain/permit';
import { eventsOfCheckNews } from '../../../policy/events-of-news';
import { readFinding } from '../../../policy/findings';
import { fileOf, permitAsked, permitOpened, story, tell, type Told } from '../../support/case-files';

const check = 'criminal-registry';
const afterAFine = 'fifteen-days-after-a-fine';

/** In verification, filed in time by that rule under that policy. */
function asked(rule: WindowRule, policyVersion: string): Told[] {
  const [opened] = permitOpened;
  return permitAsked.map((told) => {
    if (told === opened) return { ...told, data: { ...told.data, policyVersion } } as Told;
    if (told.type !== 'form-submitted') return told;
    return tell('form-submitted', {
      day: 1,
      data: { permit: { uses: [], window: { rule, lastDay: null } } },
    });
  });
}

const requestId = `${fileOf(permitAsked).caseId}.${check}.1`;
const fined = { kind: 'staying on', committedOn: '2026-05-02' };
const answerWith = (unlike: Partial<CriminalRegistryAnswer> = {}): CriminalRegistryAnswer => ({
  ...{ requestId, answerId: 'answer-1', record: 'none', wanted: false, offences: [] },
  ...unlike,
});

function heard(body: CriminalRegistryAnswer, rule: WindowRule, policyVersion = 'permit-2026-11-23') {
  const told = asked(rule, policyVersion);
  const answer = { answerId: body.answerId, sha256: hashOfJson(body) };
  const news = { cause: 'letter', effectiveAt: '2026-05-06T06:00:00.000Z', requestId, answer };
  const bodies = eventsOfCheckNews(fileOf(told), { ...news, check, ...readFinding(check, body) });
  const events = story([...told, ...bodies.map((each) => tell(each.type, { day: 1, data: each.data }))]);
  return { bodies, events };
}
const findingIn = (...of: Parameters<typeof heard>) => heard(...of).bodies[0]?.data;

describe('a filing in time by a fine alone', () => {
  test('of whom no offence is on record is for a person to judge', () => {
    expect(findingIn(answerWith(), afterAFine)).toMatchObject({
      result: 'unclear',
      codes: ['fine-not-known'],
    });
  });

  test('of whom one is on record is judged by it', () => {
    const known = answerWith({ offences: [fined] });
    expect(findingIn(known, afterAFine)).toMatchObject({ result: 'unclear', codes: ['offences'] });
  });

  test('stays adverse where more stands against it', () => {
    const codes = ['wanted', 'fine-not-known'];
    expect(findingIn(answerWith({ wanted: true }), afterAFine)).toMatchObject({ result: 'adverse', codes });
  });

  test.each<WindowRule>(['first-filing', 'before-the-end', 'ten-days-after'])(
    'and no other: %s asks for no fine',
    (rule) => {
      expect(findingIn(answerWith(), rule)).toMatchObject({ result: 'clear', codes: [] });
    },
  );

  test('goes on as it went where it was filed before that was looked at', () => {
    const older = findingIn(answerWith(), afterAFine, 'permit-2026-04-13');
    expect(older).toMatchObject({ result: 'clear', codes: [] });
  });
});

test('an auditor finds the same again from the kept answer', () => {
  const body = answerWith();
  const { events } = heard(body, afterAFine);
  const kept = { agency: check, answerId: body.answerId, sha256: hashOfJson(body), body } as const;
  const examine = (told: CaseEvent[]) =>
    compareFindings(
      told.filter(({ type, data }) => type !== 'check-answered' || ('check' in data && data.check === check)),
      [kept],
    ).findings.filter(({ seq }) => seq === events.at(-1)?.seq);
  expect(examine(events)).toEqual([]);
  const silent = events.map((event) =>
    event.type === 'check-answered'
      ? { ...event, data: { ...event.data, result: 'clear', codes: [] } }
      : event,
  ) as CaseEvent[];
  expect(examine(silent)).not.toEqual([]);
});
