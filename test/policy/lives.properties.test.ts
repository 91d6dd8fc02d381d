/** What must hold of every case at every moment, whatever legal life it has: random lives, event by event. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldEvents } from '../../domain/apply-event';
import { caseKinds, type CaseKind } from '../../domain/case-kinds';
import type { EventType } from '../../domain/events';
import { folds } from '../../domain/folds';
import { caseStatuses } from '../../domain/statuses';
import { asOf } from '../../policy/deadlines';
import { caseId } from '../support/case-files';
import { holds } from './clock/seeds';
import { asJson, faultsIn } from './lives/laws';
import { choices, live, openings } from './lives/random-life';

const livesOf = (kind: CaseKind) =>
  fc
    .tuple(openings[kind], fc.array(choices, { minLength: 20, maxLength: 140, size: 'max' }))
    .map(([opening, chosen]) => ({ steps: () => live(opening, chosen) }));

describe('every case', () => {
  const seen = { events: new Set<EventType>(), statuses: new Set<string>() };

  test.each(caseKinds)('of %s keeps the laws of the house at every moment of its life', (kind) => {
    holds(
      fc.property(livesOf(kind), ({ steps }) => {
        for (const step of steps()) {
          seen.events.add(step.event.type);
          seen.statuses.add(step.after.status);
          const faults = faultsIn(step);
          if (faults.length > 0) throw new Error(`${faults.join('\n')}\n${JSON.stringify(step.after)}`);
        }
      }),
      15,
      true,
    );
  });

  test('was told in every event and status that there is', () => {
    expect([...seen.events].sort()).toEqual(Object.keys(folds).sort());
    expect([...seen.statuses].sort()).toEqual([...caseStatuses].sort());
  });

  test.each(caseKinds)('of %s is the same from its record as it was while it lived, also as JSON', (kind) => {
    holds(
      fc.property(livesOf(kind), ({ steps }) => {
        const told = steps();
        const { after } = told.at(-1)!;
        expect(
          foldEvents(
            caseId,
            told.map(({ event }) => event),
          ),
        ).toEqual(after);
        expect(asJson(after)).toEqual(after);
        const later = (days: number) => new Date(Date.parse(after.lastAt) + days * 86_400_000).toISOString();
        const daily = [1, 5, 9, 30, 31, 60, 100, 400].reduce((file, days) => asOf(file, later(days)), after);
        expect(daily).toEqual(asOf(after, later(400)));
      }),
      3,
      true,
    );
  });
});
