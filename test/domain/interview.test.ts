/** The interview in the file: appointments, changes, the panel, those who did not come, and the outcome. */
import { describe, expect, test } from '@jest/globals';
import { after, fileOf, livesTo, onDay, panel, tell, type Told } from '../support/case-files';

const again = (day: number) => tell('interview-scheduled', { day, data: { at: onDay(day + 7) } });
const absent = (day: number, final: boolean) =>
  tell('interview-recorded', { day, data: { outcome: 'no-show', final, questions: [], votes: [] } });
const contradicted = tell('answer-contradicted', { day: 40 });
const judged = tell('finding-judged', { day: 41 });
const statusAfter = (...told: Told[]) => after('awaiting-interview', ...told).status;

describe('an appointment', () => {
  test('is held as it was made, unconfirmed, with nobody recused', () => {
    expect(fileOf(livesTo['awaiting-interview']).interview).toEqual({
      at: onDay(15),
      place: 'abai-office',
      panel: [...panel],
      quorum: 2,
      recused: [],
      confirmed: false,
      outcome: null,
      questions: [],
      votes: [],
    });
  });

  test('is confirmed by the applicant, and a new one is not yet', () => {
    const confirmed = after('awaiting-interview', tell('interview-confirmed', { day: 9 }));
    expect(confirmed.interview?.confirmed).toBe(true);
    const moved = after('awaiting-interview', tell('interview-confirmed', { day: 9 }), again(10));
    expect(moved.interview).toMatchObject({ at: onDay(17), confirmed: false });
  });

  test('that the applicant asks to change is to be made again, and counted', () => {
    const asked = tell('interview-change-requested', { day: 9 });
    expect(after('awaiting-interview', asked)).toMatchObject({
      status: 'awaiting-schedule',
      interview: null,
      interviewChanges: 1,
    });
    expect(after('awaiting-interview', asked, again(10), asked).interviewChanges).toBe(2);
  });

  test('stands when a finding was looked at in between', () => {
    expect(statusAfter(contradicted)).toBe('awaiting-judgement');
    expect(statusAfter(contradicted, judged)).toBe('awaiting-interview');
  });

  test('falls where the record says so, and is called anew once the finding was judged', () => {
    const falls = tell('answer-contradicted', { day: 40, data: { appointmentFalls: true } });
    expect(after('awaiting-interview', falls)).toMatchObject({
      status: 'awaiting-judgement',
      interview: null,
      interviewChanges: 0,
    });
    expect(statusAfter(falls, judged)).toBe('awaiting-schedule');
  });
});

describe('the panel', () => {
  const recused = (member: string) => tell('panel-member-recused', { day: 9, data: { member } });

  test('goes on without one of three', () => {
    const file = after('awaiting-interview', recused('aizhan'));
    expect(file).toMatchObject({ status: 'awaiting-interview', interview: { recused: ['aizhan'] } });
  });

  test('below its quorum is to be called anew', () => {
    expect(after('awaiting-interview', recused('aizhan'), recused('dauren'))).toMatchObject({
      status: 'awaiting-schedule',
      interview: null,
      interviewChanges: 0,
    });
  });

  test('that was never called cannot be left', () => {
    expect(() => after('awaiting-schedule', recused('aizhan'))).toThrow('no interview');
  });
});

describe('an applicant who does not come', () => {
  test('is called again, and a person decides when it was the last time', () => {
    expect(after('awaiting-interview', absent(15, false))).toMatchObject({
      status: 'awaiting-schedule',
      noShows: 1,
      interview: null,
    });
    expect(after('awaiting-interview', absent(15, false), again(16), absent(23, true))).toMatchObject({
      status: 'awaiting-proposal',
      noShows: 2,
      interview: { outcome: 'no-show' },
    });
  });

  test('for the last time is not called again because a finding or a document was looked at', () => {
    const last = [absent(15, false), again(16), absent(23, true)];
    expect(statusAfter(...last, contradicted, judged)).toBe('awaiting-proposal');
    const paper = { documentId: 'document-2', judgement: 'clear' as const };
    expect(
      statusAfter(
        ...last,
        tell('documents-requested', { day: 24 }),
        tell('documents-provided', { day: 25 }),
        tell('documents-judged', { day: 26, data: { findings: [paper] } }),
      ),
    ).toBe('awaiting-proposal');
  });

  test('for the first time is called again also after a finding was looked at', () => {
    expect(statusAfter(absent(15, false), contradicted, judged)).toBe('awaiting-schedule');
  });
});

describe('an interview that was held', () => {
  test.each(['passed', 'failed'] as const)(
    'and %s keeps marks and votes, and a person proposes',
    (outcome) => {
      const file = after('awaiting-interview', tell('interview-recorded', { day: 15, data: { outcome } }));
      expect(file.status).toBe('awaiting-proposal');
      expect(file.interview).toMatchObject({
        outcome,
        questions: [{ question: 'ties', points: 4, max: 5 }],
        votes: panel.map((member) => ({ member, vote: 'for' })),
      });
    },
  );
});
