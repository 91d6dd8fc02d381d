/** The individual identification number: which are numbers at all, and what they say. */
import { describe, expect, test } from '@jest/globals';
import { people } from '../../agencies/people';
import { checkDigitOf, isIin, isOfBirthDate, sexInIin } from '../../domain/iin';
import { findPersonFaults } from '../../domain/person';

describe('the check digit', () => {
  test.each(['900101300017', '001010500002', '991231509991', '061211600012', '900101300811', '880314302411'])(
    '%s is right',
    (iin) => {
      expect(isIin(iin)).toBe(true);
      expect(checkDigitOf(iin.slice(0, 11))).toBe(Number(iin[11]));
      const last = Number(iin[11]);
      for (let wrong = 0; wrong < 10; wrong += 1) {
        if (wrong !== last) expect(isIin(iin.slice(0, 11) + wrong)).toBe(false);
      }
    },
  );

  test('of 90010130080 does not exist: no such number is issued', () => {
    for (let last = 0; last < 10; last += 1) expect(isIin(`90010130080${last}`)).toBe(false);
    expect(checkDigitOf('90010130080')).toBeUndefined();
  });

  test.each(['', '90010130001', '9001013000177', '90010130001x', ' 900101300017'])('"%s" is none', (text) => {
    expect(isIin(text)).toBe(false);
  });
});

describe('the first digits', () => {
  test.each([
    ['900101300017', '1990-01-01', true],
    ['900101300017', '1890-01-01', false],
    ['900101300017', '1990-01-02', false],
    ['001010500002', '2000-10-10', true],
    ['001010500002', '1900-10-10', false],
    ['900101000000', '1990-01-01', true],
    ['900101000000', '1990-01-02', false],
    ['900101700000', '1990-01-01', false],
  ])('of %s belong to somebody born on %s: %s', (...[iin, bornOn, belongs]) => {
    expect(isOfBirthDate(iin, bornOn)).toBe(belongs);
  });

  test.each([
    ['900101300017', 'male'],
    ['900101400017', 'female'],
    ['001010500002', 'male'],
    ['061211600012', 'female'],
    ['900101000000', undefined],
  ])('of %s say %s', (iin, sex) => {
    expect(sexInIin(iin)).toBe(sex);
  });
});

describe('a person', () => {
  test('of the cast is without fault', () => {
    for (const { personOn } of Object.values(people))
      expect(findPersonFaults(personOn('2026-05-04'), '2026-05-04')).toEqual([]);
  });

  test('with the number of somebody else, or not born yet, is at fault', () => {
    const { person } = people.timur;
    expect(findPersonFaults({ ...person, iin: '900101300017' }, '2026-05-04')).toEqual([
      { pointer: '/iin', code: 'iin-of-another-birth-date' },
    ]);
    expect(findPersonFaults({ ...person, iin: '880314302412' }, '2026-05-04')).toEqual([
      { pointer: '/iin', code: 'iin-check-digit' },
    ]);
    expect(findPersonFaults({ ...person, bornOn: '2027-01-01', iin: undefined }, '2026-05-04')).toEqual([
      { pointer: '/bornOn', code: 'in-the-future' },
    ]);
  });
});
