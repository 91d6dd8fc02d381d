/** What registers of the state know of somebody, as whoever fills in his form may see it. */
import { describe, expect, test } from '@jest/globals';
import { people } from '../../agencies/people';
import { viewPrefilled, type Reader } from '../../api/views/prefilled-view';
import type { StateSource } from '../../domain/permit';
import type { PersonPapers } from '../../domain/person';

const { person } = people.bekzod;
const toldOf = (pointer: string, source: StateSource) => ({
  ...{ pointer, value: 'told', source },
  ...{ answerId: 'answer-1', receivedAt: '2026-05-04T06:00:00.000Z' },
});
const prefilled = [
  toldOf('/currentPermit/number', 'permit-register'),
  toldOf('/employment/contractNumber', 'labour-contracts'),
];
const read = (role: Reader['role'], papers?: PersonPapers) =>
  viewPrefilled({ role, papers }, person, prefilled).map(({ value }) => value);

const { citizenship, passportNumber, iin } = person;
const renewed = 'NEW000001';

describe('is read', () => {
  test.each([
    ['with the same passport and number', { citizenship, passportNumber, iin }],
    ['with the same passport alone', { citizenship, passportNumber }],
    ['with the same number, whose passport is new', { citizenship, passportNumber: renewed, iin }],
  ])('by the person %s', (_, papers) => {
    expect(read('applicant', papers)).toEqual(['told', 'told']);
  });

  test('by an employer, of the contract with him alone', () => {
    expect(read('employer')).toEqual([null, 'told']);
  });
});

describe('is not read', () => {
  test.each([
    ['whose token does not tell who he is', undefined],
    ['who is somebody else', people.timur.person],
    ['whose passport has the same number in another country', { citizenship: 'TUR', passportNumber }],
    ['who is a fellow citizen', { citizenship, passportNumber: renewed }],
  ])('by an applicant %s', (_, papers) => {
    expect(read('applicant', papers)).toEqual([null, null]);
  });

  test('by a fellow citizen, of somebody who has no number either', () => {
    const { iin: _, ...unnumbered } = person;
    const papers = { citizenship, passportNumber: renewed };
    expect(viewPrefilled({ role: 'applicant', papers }, unnumbered, prefilled)[0]?.value).toBeNull();
  });

  test('of a case whose person is not known', () => {
    expect(viewPrefilled({ role: 'applicant', papers: person }, undefined, prefilled)[0]?.value).toBeNull();
  });
});

test('says of everybody which register knows it, and when it told', () => {
  expect(viewPrefilled({ role: 'applicant', papers: undefined }, person, prefilled)).toEqual(
    prefilled.map(({ answerId: _, ...told }) => ({ ...told, value: null })),
  );
});
