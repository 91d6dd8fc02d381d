/** What our own books add to a register's answer, and that no register can say it for us. */
import { expect, test } from '@jest/globals';
import { createOwnBooks, withoutOwnApplications } from '../../activities/own-books';
import { people } from '../../agencies/people';
import type { AgencyAnswers } from '../../domain/agency-answers';
import { subjectFrom } from '../../domain/answer-shape';
import { readFinding } from '../../policy/findings';

const personId = 'person-1';
const ours = {
  reference: 'case-1',
  ...{ number: 'KZ-TRP-2026-000007', renews: 'TP-1', standing: 'stands' as const },
  ...{ validFrom: '2026-06-01', validUntil: '2027-05-31' },
};
const books = createOwnBooks({
  listOwnApplications: async () => [],
  listOwnLostGround: async () => [],
  listOwnPermits: async () => [ours],
});
const whom = { asked: subjectFrom(people.samir.person), subject: subjectFrom(people.samir.person) };
const ids = { requestId: 'r-1', answerId: 'a-1', ...whom };
const applications: AgencyAnswers['migration-register'] = { ...ids, asOf: '2026-05-20', applications: [] };
const permits: AgencyAnswers['permit-register'] = {
  ...ids,
  ...{ question: {}, currentPermit: null, registration: null, employer: null },
};
const named = (number: string, validUntil: string) => ({ currentPermit: { number, validUntil } });

test('a renewal of what is renewed already is never clear', async () => {
  const form = named('TP-1', '2026-05-31');
  const told = await books.addApplications(applications, { personId, filing: 'renewal', form });
  expect(readFinding('migration-register', told)).toEqual({
    result: 'unclear',
    codes: ['renewed-already', 'own-permit-lasts-longer'],
  });
});

test('the next renewal, and a first permit, hear nothing against them', async () => {
  const next = named(ours.number, ours.validUntil);
  for (const filing of ['renewal', 'issue'] as const) {
    const told = await books.addApplications(applications, { personId, filing, form: next });
    expect(readFinding('migration-register', told).result).toBe('clear');
  }
});

test.each([
  ['the day before it begins: not yet', 'renewal', '2026-05-31', 0],
  ['its first day', 'renewal', '2026-06-01', 1],
  ['a first permit: nothing is renewed', 'issue', '2026-06-01', 0],
] as const)('one of ours is added to the register of permits on %s', async (_, filing, on, count) => {
  const { own = [] } = await books.addPermits(permits, { personId, filing, on });
  expect(own).toHaveLength(count);
});

test('the one that is renewed, and one that was annulled, are not beside it', async () => {
  const annulled = { ...ours, number: 'KZ-TRP-2026-000008', standing: 'annulled' as const };
  const both = createOwnBooks({
    listOwnApplications: async () => [],
    listOwnLostGround: async () => [],
    listOwnPermits: async () => [ours, annulled],
  });
  const form = named(ours.number, '2027-01-31');
  const told = await both.addApplications(applications, { personId, filing: 'renewal', form });
  expect(told.ownPermits).toEqual([]);
  expect(readFinding('migration-register', told).result).toBe('clear');
});

test('beside a first permit the register’s word on one of ours is dropped, and on any other is not', async () => {
  const first = { personId, filing: 'issue', on: '2026-06-01' } as const;
  const currentPermit = { number: ours.number, validUntil: '2027-05-31', employerBin: null };
  expect((await books.addPermits({ ...permits, currentPermit }, first)).currentPermit).toBeNull();
  const theirs = { ...currentPermit, number: 'TP-1' };
  expect((await books.addPermits({ ...permits, currentPermit: theirs }, first)).currentPermit).toEqual(
    theirs,
  );
});

test('what a register itself says of our books is dropped', async () => {
  const { reference, number, validFrom, validUntil, standing } = ours;
  const said = { ...applications, own: [{ reference, filedOn: validFrom }], renewed: { number, validUntil } };
  const without = withoutOwnApplications({ ...said, ownPermits: [{ reference, renews: null, validUntil }] });
  expect(without).toEqual(applications);
  const claimed = { ...permits, own: [{ number, validFrom, validUntil, standing }] };
  expect(await books.addPermits(claimed, { personId, filing: 'issue', on: validFrom })).toEqual(permits);
});
