/** In what order facts reach a case: where that makes no difference to any clock, and the two facts of which it does. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { permanentChecks, type Check } from '../../domain/agencies';
import { applyEvent } from '../../domain/apply-event';
import type { CaseFile } from '../../domain/case-file';
import type { Outage } from '../../domain/clock';
import type { EventBody, EventMeta } from '../../domain/events';
import { readLedger } from '../../policy/clock/read-ledger';
import { clocksOf } from '../../policy/clocks';
import { asOf } from '../../policy/deadlines';
import { eventsOfAct } from '../../policy/events-of-act';
import { eventsOfCheckNews } from '../../policy/events-of-news';
import { objectionsUntil } from '../../policy/hearing';
import { whyNot } from '../../policy/moves';
import { withOutages } from '../../policy/outages';
import {
  agency,
  answeredClear,
  answerRef,
  applicant,
  caseworker,
  fileOf,
  livesTo,
  onDay,
  tell,
  textRef,
  type Told,
} from '../support/case-files';
import { holds } from './clock/seeds';

type Fact =
  | { kind: 'outage'; outage: Outage }
  | { kind: 'answer'; check: Check; at: string }
  | { kind: 'stop' | 'resume' | 'provide'; at: string };

const hourMs = 3_600_000;
const hourAfter = (day: number, hours: number) =>
  new Date(Date.parse(onDay(day)) + hours * hourMs).toISOString();
const place = (file: CaseFile, body: EventBody, meta: EventMeta): CaseFile =>
  applyEvent(file.caseId, file, { ...body, ...meta, seq: file.seq + 1 });

/** What was due by its stamp goes before it; an act that the guards refuse throws. */
function heard(before: CaseFile, fact: Fact): CaseFile {
  if (fact.kind === 'outage') return withOutages(before, [fact.outage]);
  const file = asOf(before, fact.at);
  const meta = { effectiveAt: fact.at, causeId: `${fact.kind}:${fact.at}` };
  if (fact.kind === 'answer') {
    const { check, at } = fact;
    const requestId = `${file.caseId}.${check}.1`;
    const news = { cause: 'news', effectiveAt: at, check, requestId, answer: answerRef };
    const bodies = eventsOfCheckNews(file, { ...news, result: 'clear', codes: [] });
    return bodies.reduce((now, body) => place(now, body, { ...meta, actor: agency(check) }), file);
  }
  return done(file, fact.kind, meta);
}

function done(file: CaseFile, kind: 'stop' | 'resume' | 'provide', meta: Omit<EventMeta, 'actor'>): CaseFile {
  const by = <A>(actor: A) => ({ intake: '1', effectiveAt: meta.effectiveAt, outages: [], actor });
  const tell = (bodies: EventBody[], actor: EventMeta['actor']) =>
    bodies.reduce((now, body) => place(now, body, { ...meta, actor }), file);
  if (kind === 'provide') {
    const documents = [{ documentId: 'document-9', kind: 'passport' as const, sha256: 'e'.repeat(64) }];
    return tell(eventsOfAct.provideDocuments(file, { ...by(applicant), data: { documents } }), applicant);
  }
  if (kind === 'resume') {
    const act = { ...by(caseworker), data: { text: textRef } };
    expect(whyNot('resumeClock', file, act)).toBeUndefined();
    return tell(eventsOfAct.resumeClock(file, act), caseworker);
  }
  const act = { ...by(caseworker), data: { reason: 'expert-opinion' as const, text: textRef } };
  expect(whyNot('stopClock', file, act)).toBeUndefined();
  return tell(eventsOfAct.stopClock(file, act), caseworker);
}

const sumsOf = (file: CaseFile) =>
  clocksOf(file).map(({ name, term, ledger }) => {
    const moment = { at: onDay(20), calendar: file.calendar };
    const { daysUsed, daysLeft, dueOn } = readLedger(ledger, term.value, moment);
    return { name, daysUsed, daysLeft, dueOn };
  });
const hear = (file: CaseFile, facts: readonly Fact[]) => facts.reduce(heard, file);

/** Nobody resumes what he has not stopped. */
function stopFirst(facts: readonly Fact[]): Fact[] {
  const acts = facts.filter(({ kind }) => kind === 'stop' || kind === 'resume').sort(byStamp);
  return facts.map((fact) => (fact.kind === 'stop' || fact.kind === 'resume' ? acts.shift()! : fact));
}
const stampOf = (fact: Fact) => (fact.kind === 'outage' ? fact.outage.to : fact.at);
const byStamp = (a: Fact, b: Fact) => (stampOf(a) < stampOf(b) ? -1 : 1);

/** Within the six days from the sixth after the opening. */
const hours = fc.integer({ min: 1, max: 143 });
const outages = fc
  .array(fc.tuple(hours, fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 4 })
  .map((each) => each.map(([from, long]) => ({ from: hourAfter(6, from), to: hourAfter(6, from + long) })));
const answers = fc
  .tuple(fc.subarray([...permanentChecks], { maxLength: 6 }), fc.array(hours, { minLength: 6, maxLength: 6 }))
  .map(([asked, stamps]) =>
    asked.map((check, index): Fact => ({ kind: 'answer', check, at: hourAfter(6, stamps[index] ?? 1) })),
  );
const officer = fc.tuple(hours, fc.integer({ min: 1, max: 120 })).map(([from, long]): Fact[] => [
  { kind: 'stop', at: hourAfter(6, from) },
  { kind: 'resume', at: hourAfter(6, from + long) },
]);
const anyOrder = (facts: readonly Fact[]) =>
  fc.shuffledSubarray([...facts], { minLength: facts.length }).map(stopFirst);

describe('every clock says the same', () => {
  test('in whatever order outages, answers and an officer’s stop come that overlap a turn for documents', () => {
    const asked = fileOf(livesTo['awaiting-documents']);
    const facts = fc
      .tuple(outages, answers, officer)
      .map(([lost, answered, acts]): Fact[] => [
        ...lost.map((outage): Fact => ({ kind: 'outage', outage })),
        ...answered,
        ...acts,
      ]);
    const provided: Fact = { kind: 'provide', at: hourAfter(12, 0) };
    holds(
      fc.property(
        facts.chain((each) => fc.tuple(fc.constant([...each].sort(byStamp)), anyOrder(each))),
        ([stamped, arrived]) => {
          expect(sumsOf(hear(asked, [...arrived, provided]))).toEqual(
            sumsOf(hear(asked, [...stamped, provided])),
          );
        },
      ),
      20,
    );
  });

  test('in whatever order outages become known that touched the time for an objection', () => {
    const told = fileOf(livesTo['awaiting-hearing']);
    const late = outages.map((each) =>
      each.map(({ from, to }) => ({ from: shifted(from), to: shifted(to) })),
    );
    const byStart = (known: readonly Outage[]) => [...known].sort((a, b) => (a.from < b.from ? -1 : 1));
    holds(
      fc.property(
        late.chain((each) => fc.shuffledSubarray(each, { minLength: each.length })),
        (known) => {
          const grown = known.reduce(
            (file, _, index) => withOutages(file, byStart(known.slice(0, index + 1))),
            told,
          );
          expect(objectionsUntil(grown)).toBe(objectionsUntil(withOutages(told, byStart(known))));
        },
      ),
      20,
    );
  });
});

const shifted = (instant: string) => new Date(Date.parse(instant) + 10 * 24 * hourMs).toISOString();

describe('an officer’s stop of a clock that runs', () => {
  const running = fileOf(livesTo.verification);
  const facts = fc.tuple(answers, officer).map(([answered, acts]) => [...answered, ...acts]);

  test('begins with its stamp, or with the last fact that was known when it came; so it takes no day more', () => {
    let later = 0;
    holds(
      fc.property(
        facts.chain((each) => fc.tuple(fc.constant([...each].sort(byStamp)), anyOrder(each))),
        ([stamped, arrived]) => {
          const at = arrived.findIndex(({ kind }) => kind === 'stop');
          const stamp = stampOf(arrived[at]!);
          const before = asOf(hear(running, arrived.slice(0, at)), stamp);
          const [was, is] = [hear(running, stamped), hear(running, arrived)];
          const from = stamp > before.lastAt ? stamp : before.lastAt;
          expect(is.clocks.service.stops.at(-1)?.from).toBe(from);
          sumsOf(is).forEach(({ daysUsed }, index) =>
            expect(daysUsed).toBeGreaterThanOrEqual(sumsOf(was)[index]!.daysUsed),
          );
          if (from > stamp) later += 1;
          else expect(sumsOf(is)).toEqual(sumsOf(was));
        },
      ),
      20,
    );
    expect(later).toBeGreaterThan(0);
  });
});

test('verification ends with the answer that is heard last, at that answer’s stamp', () => {
  const judged = [...livesTo.verification, tell('documents-judged', { day: 6 })];
  const [last, other] = ['berkut', 'bank'] as const;
  const rest = permanentChecks.filter((check) => check !== last && check !== other);
  const open = [...judged, ...rest.map((check) => answeredClear(check, 6))];
  const endedAt = (...told: Told[]) => fileOf([...open, ...told]).clocks.verification?.endedAt;
  expect(endedAt(answeredClear(last, 8), answeredClear(other, 10))).toBe(onDay(10));
  expect(endedAt(answeredClear(other, 10), answeredClear(last, 8))).toBe(onDay(8));
});
