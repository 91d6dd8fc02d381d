/** What people were told, examined: nothing untold, nothing told otherwise, nothing told that nobody had to tell. */
import { describe, expect, test } from '@jest/globals';
import { compareNotices } from '../../audit/compare-notices';
import { tell } from '../../audit/fold-steps';
import { eventOf } from '../../audit/recorded-events';
import type { ChainedEvent } from '../../db/chain';
import type { SentNotice } from '../../db/reads/notices';
import { noticeOf } from '../../policy/notices';
import { caseId as builtCase, livesTo, onDay, story, tell as told } from '../support/case-files';
import { listKeptLives, readKeptLife } from '../replay/kept-lives';

type Life = ReturnType<typeof tell>;
const keptLife = (name: string): Life => {
  const { caseId, events } = readKeptLife(name);
  return tell(caseId, (events as ChainedEvent[]).map(eventOf));
};

/** As the record's own transaction wrote them. */
function noticesOf({ steps }: Life): SentNotice[] {
  return steps.flatMap(({ before, event, after }) => {
    const notice = noticeOf(event, before, after);
    return notice === undefined ? [] : [{ ...notice, deliveries: [] }];
  });
}
const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const refused = keptLife('refused-by-score');
const decision = noticesOf(refused).find(({ kind }) => kind === 'decision')!;
const lookAt = (change: (kept: SentNotice[]) => SentNotice[]) =>
  compareNotices(refused, change(asJson(noticesOf(refused)))).findings;

describe('the notices of a case', () => {
  test.each(listKeptLives())('agree with the record of the life "%s"', (name) => {
    const life = keptLife(name);
    const proofs = life.steps.map(({ event }) => event);
    const kept = asJson(noticesOf(life)).map((notice) => ({
      ...notice,
      deliveries: proofs.flatMap((event) =>
        event.type === 'notice-delivered' && event.data.noticeSeq === notice.seq
          ? [{ ...event.data, at: event.effectiveAt, outcome: 'delivered' as const, code: 'opened' }]
          : [],
      ),
    }));
    expect(compareNotices(life, kept).findings).toEqual([]);
    expect(kept.length).toBeGreaterThan(1);
  });

  test('lack one that had to be written', () => {
    const findings = lookAt((kept) => kept.filter(({ seq }) => seq !== decision.seq));
    expect(findings).toMatchObject([
      {
        verdict: 'diverged',
        seq: decision.seq,
        words: `Event ${decision.seq} had to be told by a notice "decision", and none is kept.`,
      },
    ]);
  });

  test('hold one that nobody had to write', () => {
    const { seq } = refused.steps.find(({ event }) => event.type === 'form-submitted')!.event;
    expect(lookAt((kept) => [...kept, { ...decision, seq }])[0]?.words).toMatch(
      `A notice "decision" is kept for event ${seq}, and that event had nothing to tell.`,
    );
  });

  test('tell another fact than the law, in every language', () => {
    const findings = lookAt((kept) =>
      kept.map((notice) =>
        notice.seq === decision.seq
          ? ({ ...notice, facts: { ...notice.facts, complainBy: '2031-01-01' } } as SentNotice)
          : notice,
      ),
    );
    expect(findings).toMatchObject([{ pointer: '/facts/complainBy', recorded: '2031-01-01' }]);
    expect(findings[0]?.words).toMatch(/It reads otherwise in kk, ru, en\.$/);
  });

  test('are another kind, or of another day, or had to leave by another', () => {
    const findings = lookAt((kept) =>
      kept.map((notice) =>
        notice.seq === decision.seq
          ? ({ ...notice, kind: 'annulled', at: onDay(0), dueBy: onDay(1) } as SentNotice)
          : notice,
      ),
    );
    expect(findings.map(({ pointer }) => pointer)).toEqual(['/kind', '/at', '/dueBy']);
  });
});

describe('a proof of delivery', () => {
  const seq = livesTo.refused.length;
  const proof = told('notice-delivered', {
    day: 23,
    data: { noticeSeq: seq, channel: 'email' },
  });
  const life = tell(builtCase, story([...livesTo.refused, proof]));
  const look = (deliveries: Partial<SentNotice['deliveries'][number]>[], { events = life } = {}) =>
    compareNotices(
      events,
      noticesOf(events).map((notice) =>
        notice.seq === seq
          ? {
              ...notice,
              deliveries: deliveries.map((delivery) => ({
                ...{ channel: 'email' as const, at: onDay(23), outcome: 'delivered' as const, code: '250' },
                ...delivery,
              })),
            }
          : notice,
      ),
    );

  test('is an attempt that succeeded then', () => {
    expect(look([{ outcome: 'failed', code: '450', at: onDay(22) }, {}])).toMatchObject({ findings: [] });
  });

  test.each<[string, Partial<SentNotice['deliveries'][number]>[]]>([
    ['no attempt', []],
    ['one that failed', [{ outcome: 'failed' }]],
    ['one on another channel', [{ channel: 'account' }]],
    ['one of another day', [{ at: onDay(24) }]],
  ])('is not %s', (_, deliveries) => {
    expect(look(deliveries).findings).toMatchObject([{ seq: seq + 1, pointer: '/effectiveAt' }]);
  });

  test('is of a notice that starts a time limit', () => {
    const other = told('notice-delivered', { day: 23, data: { noticeSeq: 1, channel: 'email' } });
    const events = tell(builtCase, story([...livesTo.refused, other]));
    expect(look([], { events }).findings).toMatchObject([{ seq: seq + 1, pointer: '/data/noticeSeq' }]);
  });

  test('that has not reached the record yet is noted', () => {
    const events = tell(builtCase, story(livesTo.refused));
    expect(look([{}], { events })).toMatchObject({
      findings: [],
      notes: [`The proof that notice ${seq} (decision) arrived is not in the record.`],
    });
  });
});
