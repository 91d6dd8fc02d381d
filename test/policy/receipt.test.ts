/** From when on a person's time counts: from the receipt of the notice, as far as it can be known. */
import { describe, expect, test } from '@jest/globals';
import type { DeliveryNews } from '../../domain/notices';
import { complaintsUntil, findGrievance } from '../../policy/complaint';
import { deadlinesOf, findDueBy } from '../../policy/deadlines';
import { eventsOfDelivery } from '../../policy/events-of-delivery';
import { hearingEndsAt, objectionsUntil, noticeReceivedAt } from '../../policy/hearing';
import { fileOf, livesTo, onDay, tell, type Told } from '../support/case-files';

const [, ...afterOpening] = livesTo['awaiting-hearing'];
const byEmail: Told[] = [tell('application-opened', { data: { notifyBy: 'email' } }), ...afterOpening];
const noticeSeq = byEmail.length;
const delivered = (day: number) => tell('notice-delivered', { day, data: { noticeSeq } });
const hearingCloses = (told: readonly Told[]) => findDueBy(fileOf(told), onDay(60))?.dueAt;

describe('a hearing', () => {
  test('counts from the notice itself where nobody gave an address', () => {
    const file = fileOf(livesTo['awaiting-hearing']);
    expect(noticeReceivedAt(file)).toBe(onDay(16));
    expect(objectionsUntil(file)).toBe('2026-05-22T19:00:00.000Z');
  });

  test('counts from the proof of delivery', () => {
    const file = fileOf([...byEmail, delivered(17)]);
    expect(noticeReceivedAt(file)).toBe(onDay(17));
    expect(objectionsUntil(file)).toBe('2026-05-25T19:00:00.000Z');
  });

  test('waits no more than five working days for a proof that does not come', () => {
    expect(noticeReceivedAt(fileOf(byEmail))).toBe('2026-05-28T19:00:00.000Z');
  });

  test('closes later when its notice was received later, and the proof brings the end forward', () => {
    expect(hearingCloses([...byEmail, delivered(17)])! < hearingCloses(byEmail)!).toBe(true);
    expect(hearingCloses([...byEmail, delivered(17)])! > hearingCloses(livesTo['awaiting-hearing'])!).toBe(
      true,
    );
  });
});

test('the time for a complaint counts from the delivery of the decision', () => {
  const [, ...rest] = livesTo.refused;
  const told = [tell('application-opened', { data: { notifyBy: 'email' } }), ...rest];
  const refusal = told.length;
  const file = fileOf([...told, tell('notice-delivered', { day: 30, data: { noticeSeq: refusal } })]);
  const until = complaintsUntil(file, findGrievance(file)!);
  expect(until).toBe('2026-09-03T19:00:00.000Z');
  expect(until > complaintsUntil(fileOf(livesTo.refused), findGrievance(fileOf(livesTo.refused))!)).toBe(
    true,
  );
});

describe('the proof of a delivery', () => {
  const news: DeliveryNews = {
    cause: 'intake:9',
    effectiveAt: onDay(17),
    noticeSeq,
    kind: 'refusal-proposed',
    channel: 'email',
  };

  test('is recorded once, the first', () => {
    expect(eventsOfDelivery(fileOf(byEmail), news)).toEqual([
      { type: 'notice-delivered', data: { noticeSeq, channel: 'email' } },
    ]);
    expect(eventsOfDelivery(fileOf([...byEmail, delivered(17)]), news)).toEqual([]);
    expect(fileOf([...byEmail, delivered(17), delivered(18)]).noticesDelivered).toEqual({
      [noticeSeq]: onDay(17),
    });
  });

  test('that comes when the term by its notice is over begins nothing again, though nobody has closed it yet', () => {
    const file = fileOf(byEmail);
    const over = hearingEndsAt(file)!;
    expect(deadlinesOf(file)).toContainEqual(expect.objectContaining({ name: 'hearing:close', dueAt: over }));
    expect(eventsOfDelivery(file, { ...news, effectiveAt: over })).toEqual([]);
    const justBefore = new Date(Date.parse(over) - 1).toISOString();
    expect(eventsOfDelivery(file, { ...news, effectiveAt: justBefore })).toHaveLength(1);
  });

  test('began it again in histories of before, which go on as they went', () => {
    const file = fileOf(byEmail);
    const late = { ...news, effectiveAt: hearingEndsAt(file)! };
    expect(eventsOfDelivery(file, late, () => false)).toHaveLength(1);
  });

  test('is nothing to the record where no time limit hangs on it, or the case is over', () => {
    expect(eventsOfDelivery(fileOf(byEmail), { ...news, kind: 'form-open' })).toEqual([]);
    expect(eventsOfDelivery(fileOf(livesTo.withdrawn), { ...news, noticeSeq: 1 })).toEqual([]);
  });
});
