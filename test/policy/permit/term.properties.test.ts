/** What must hold of every term, whatever was filed: never longer than any limit, no gap, no overlap. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateOfDayNumber, dayNumberOf, monthsAfter } from '../../../domain/law-day';
import { citizenshipGroups, filings, permitPurposes, type FilingKind } from '../../../domain/permit';
import { sponsorKinds } from '../../../domain/permit-form/sponsor';
import { permitTerm, type TermQuestion } from '../../../policy/permit/term';
import { purposeRow } from '../../../policy/permit/purposes';
import { readFilingWindow } from '../../../policy/permit/window';

const first = dayNumberOf('2026-01-01');
const days = fc.integer({ min: first, max: dayNumberOf('2032-12-31') }).map(dateOfDayNumber);
const maybe = fc.option(days, { nil: undefined });
const dayAfter = (date: string) => dateOfDayNumber(dayNumberOf(date) + 1);

const forms = fc.record({
  passport: fc.record({ validUntil: days }),
  sponsor: fc.record({ kind: fc.constantFrom(...sponsorKinds), permitUntil: maybe }),
  employment: fc.record({ contractUntil: maybe, workPermitUntil: maybe }),
  study: fc.record({ until: days }),
  treatment: fc.record({ until: days }),
  insurance: fc.record({ validUntil: days }),
  request: fc.record({ until: maybe }),
});
const asked = (filing: fc.Arbitrary<FilingKind>): fc.Arbitrary<TermQuestion> =>
  fc.record({
    purpose: fc.constantFrom(...permitPurposes),
    filing,
    window: fc.constantFrom('first-filing', 'before-the-end', 'ten-days-after', 'fifteen-days-after-a-fine'),
    group: fc.constantFrom(...citizenshipGroups),
    decidedOn: days,
    currentUntil: days,
    form: forms,
  });

describe('every term', () => {
  test('is never longer than any of its limits, and as long as the one it names', () => {
    fc.assert(
      fc.property(asked(fc.constantFrom(...filings)), (question) => {
        const { validUntil, shortestBy, limits } = permitTerm(question);
        for (const { until } of limits) expect(validUntil <= until).toBe(true);
        expect(limits.find(({ by }) => by === shortestBy)?.until).toBe(validUntil);
        expect(new Set(limits.map(({ by }) => by)).size).toBe(limits.length);
      }),
    );
  });

  test('is never longer than the months of its purpose, the passport and what was asked for', () => {
    fc.assert(
      fc.property(asked(fc.constantFrom(...filings)), (question) => {
        const { validFrom, validUntil } = permitTerm(question);
        const { form, purpose, filing } = question;
        const months = purposeRow(purpose).months[filing].value;
        const anniversary = monthsAfter(validFrom, months);
        expect(validUntil <= anniversary).toBe(true);
        if (anniversary.slice(8) === validFrom.slice(8)) expect(validUntil < anniversary).toBe(true);
        expect(validUntil <= form.passport!.validUntil!).toBe(true);
        expect(validUntil <= (form.request?.until ?? validUntil)).toBe(true);
      }),
    );
  });

  test('that is issued begins on the day of decision', () => {
    fc.assert(
      fc.property(asked(fc.constant('issue')), (question) => {
        expect(permitTerm(question).validFrom).toBe(question.decidedOn);
      }),
    );
  });

  test('that is renewed in time leaves neither a gap nor an overlap', () => {
    fc.assert(
      fc.property(asked(fc.constant('renewal')), fc.integer({ min: -400, max: 10 }), (question, late) => {
        const currentUntil = question.currentUntil!;
        const filedOn = dateOfDayNumber(Math.max(first, dayNumberOf(currentUntil) + late));
        const read = readFilingWindow({ filing: 'renewal', currentUntil, filedOn });
        expect(read.ok).toBe(true);
        const window = read.ok ? read.window.rule : question.window;
        expect(permitTerm({ ...question, window }).validFrom).toBe(dayAfter(currentUntil));
      }),
    );
  });

  test('that is renewed after a fine never overlaps the old one, and never begins before it was decided', () => {
    fc.assert(
      fc.property(asked(fc.constant('renewal')), (question) => {
        const { validFrom } = permitTerm({ ...question, window: 'fifteen-days-after-a-fine' });
        expect(validFrom > question.currentUntil!).toBe(true);
        expect(validFrom >= question.decidedOn).toBe(true);
      }),
    );
  });
});

test('no two permits of a person share a day, whatever was filed beside what', () => {
  const other = fc.record({ question: asked(fc.constantFrom(...filings)), ownUntil: days });
  fc.assert(
    fc.property(other, ({ question, ownUntil }) => {
      const { validFrom } = permitTerm({ ...question, ownUntil, waitsForKnown: true });
      const lasting = [ownUntil, question.currentUntil!].filter((until) => until >= question.decidedOn);
      for (const until of lasting) expect(validFrom > until).toBe(true);
    }),
  );
});

test('a chain of renewals covers every day once', () => {
  fc.assert(
    fc.property(asked(fc.constant('renewal')), fc.integer({ min: 2, max: 6 }), (question, times) => {
      let currentUntil = question.currentUntil!;
      for (let time = 0; time < times; time += 1) {
        const far = { passport: { validUntil: '2099-01-01' } };
        const next = permitTerm({ ...question, window: 'before-the-end', currentUntil, form: far });
        expect(dayNumberOf(next.validFrom) - dayNumberOf(currentUntil)).toBe(1);
        expect(next.validUntil >= next.validFrom).toBe(true);
        currentUntil = next.validUntil;
      }
    }),
  );
});
