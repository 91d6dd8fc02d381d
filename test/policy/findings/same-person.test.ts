/** Whose file an agency read: passport, citizenship and number decide, a name and a birth date never do. */
import { describe, expect, test } from '@jest/globals';
import { people } from '../../../agencies/people';
import { subjectFrom, type AnswerSubject } from '../../../domain/answer-shape';
import { readFinding } from '../../../policy/findings';

const asked = subjectFrom(people.namesake.person);
const { iin: _, ...withoutIin } = asked;
const wanted = { requestId: 'r-1', answerId: 'a-1', record: 'none', wanted: true, offences: [] };

const readOf = (whom: { asked?: AnswerSubject; subject?: AnswerSubject }) =>
  readFinding('criminal-registry', { ...wanted, ...whom } as Parameters<
    typeof readFinding<'criminal-registry'>
  >[1]);

describe('somebody is wanted', () => {
  test.each<[string, AnswerSubject]>([
    ['the same passport, citizenship and number', asked],
    ['no number on one side', withoutIin],
  ])('and it is the person: %s', (_same, subject) => {
    expect(readOf({ asked, subject })).toEqual({ result: 'adverse', codes: ['wanted'] });
  });

  test('and the agency does not say whose file it read: it is the one that was asked for', () => {
    expect(readOf({})).toEqual({ result: 'adverse', codes: ['wanted'] });
  });

  test.each<[string, Partial<AnswerSubject>, string]>([
    ['born on the same day', { passportNumber: 'PE9140772', iin: '851015304431' }, 'same-name-only'],
    [
      'with the passport number, of another country',
      { citizenship: 'RUS', iin: '851015304431' },
      'same-name-only',
    ],
    [
      'with nothing in common',
      { passportNumber: 'PE9140772', iin: '851015304431', bornOn: '1984-01-02' },
      'answer-about-another-person',
    ],
    ['with the passport and another number', { iin: '851015304431' }, 'identity-contradicted'],
    ['with the number and another passport', { passportNumber: 'PE9140772' }, 'identity-contradicted'],
  ])('%s: a person has to judge, and nothing of the file counts', (_other, unlike, code) => {
    const subject = { ...asked, ...unlike };
    expect(readOf({ asked, subject })).toEqual({ result: 'unclear', codes: [code] });
  });
});
