/** What happens by itself, examined: at its instant, by its name, in its order, and never left out. */
import { expect, test } from '@jest/globals';
import { compareDeadlines } from '../../audit/compare-deadlines';
import { tell } from '../../audit/fold-steps';
import type { ChainedEvent } from '../../db/chain';
import type { CaseEvent } from '../../domain/events';
import { eventOf } from '../../audit/recorded-events';
import { readKeptLife } from '../replay/kept-lives';

const lifeOf = (name: string) => {
  const { caseId, events, exportedAt } = readKeptLife(name);
  return { caseId, events: (events as ChainedEvent[]).map(eventOf), exportedAt };
};

/** Takes one event out and closes the gap, as a forger would. */
function without({ events, ...life }: ReturnType<typeof lifeOf>, leftOut: (event: CaseEvent) => boolean) {
  const rest = events
    .filter((event) => !leftOut(event))
    .map((event, index) => ({ ...event, seq: index + 1 }));
  return { ...life, events: rest };
}

const look = ({ caseId, events, exportedAt }: ReturnType<typeof lifeOf>) =>
  compareDeadlines(tell(caseId, events), exportedAt);

test('a life whose agency stayed silent has chases, a warning and the silence itself, each when it was due', () => {
  const silence = lifeOf('silence-judged');
  const types = silence.events
    .filter(({ causeId }) => causeId.startsWith('deadline:'))
    .map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(['check-chased', 'check-unanswered', 'clock-warned']));
  const { findings, compared } = look(silence);
  expect(findings).toEqual([]);
  expect(compared).toMatch(new RegExp(`^${types.length} that passed`));
});

test('a deadline that was due before an act and is not in the record is missed', () => {
  const { findings } = look(without(lifeOf('silence-judged'), ({ causeId }) => /clock/.test(causeId)));
  expect(findings[0]?.words).toMatch(
    /^The deadline clock:warn was due .*, before event \d+ of .*, and is not in the record\.$/,
  );
});

test('a deadline at another instant than the one computed again is told with both', () => {
  const life = lifeOf('silence-judged');
  const events = life.events.map((event) =>
    event.type === 'check-unanswered' ? { ...event, effectiveAt: '2026-01-01T00:00:00.000Z' } : event,
  );
  expect(look({ ...life, events }).findings[0]).toMatchObject({
    pointer: '/effectiveAt',
    recorded: '2026-01-01T00:00:00.000Z',
  });
});

test('a deadline that the case never had is named', () => {
  const life = lifeOf('form-lapsed');
  const events = life.events.map((event) =>
    event.type === 'turn-lapsed' ? { ...event, causeId: 'deadline:turn:interview' } : event,
  );
  expect(look({ ...life, events }).findings[0]?.words).toMatch(
    /names the deadline turn:interview, and the case had none/,
  );
});

test('a deadline that overtook an earlier one is named with it', () => {
  const life = lifeOf('silence-judged');
  const chase = life.events.findIndex(({ type }) => type === 'check-chased');
  const events = life.events.toSpliced(chase, 1).map((event, index) => ({ ...event, seq: index + 1 }));
  expect(look({ ...life, events }).findings[0]?.words).toMatch(
    /was recorded while chase:\S+ was due earlier/,
  );
});

test('a deadline that is due now and not recorded yet is noted, and nothing is held against the case', () => {
  const life = without(lifeOf('form-lapsed'), ({ type }) => type === 'turn-lapsed' || type === 'case-closed');
  const { findings, notes } = look(life);
  expect(findings).toEqual([]);
  const late = compareDeadlines(tell(life.caseId, life.events), '2027-12-01T00:00:00.000Z');
  expect([...notes, ...late.notes].join()).toMatch(/turn:form is due since .* and not recorded yet/);
});
