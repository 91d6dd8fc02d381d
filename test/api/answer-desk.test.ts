/** Letters of the agencies at the desk: on to their case only when they are about whom we asked. */
import { expect, test } from '@jest/globals';
import { people } from '../../agencies/people';
import { codeAnswer } from '../../api/code-answer';
import { createAnswerDesk, type AnswerDeskDeps } from '../../api/casework/answer-desk';
import type { Incoming } from '../../db/intake';
import { subjectFrom } from '../../domain/answer-shape';
import type { Letter, LetterKind } from '../../domain/letters';

const { person } = people.timur;
const own = subjectFrom(person);
const another = subjectFrom(people.elif.person);
const ids = { requestId: 'case-1.criminal-registry.1', answerId: 'a-1' };
const facts = {
  'criminal-registry': { record: 'none', wanted: false, offences: [] },
  'security-service': { position: 'agreement' },
  bank: { status: 'genuine', amountTenge: 2, requiredTenge: 1 },
} as const;
const kinds = Object.keys(facts) as (keyof typeof facts)[];

/** What was registered of one letter, or the code of its refusal. */
async function receive(kind: LetterKind, letter: object, asked: { caseId?: string; kept?: typeof person }) {
  const registered: Incoming[] = [];
  const register: AnswerDeskDeps['register'] = async (incoming) => {
    registered.push(incoming);
    return { entry: { number: 1, state: 'kept' }, isNew: true } as never;
  };
  const desk = createAnswerDesk({
    intake: { settle: async () => undefined as never, release: async () => undefined },
    register,
    deliver: async () => undefined,
    news: {
      findCaseOfRequest: async () => asked.caseId,
      findPersonOf: async () => asked.kept,
      wasPresented: async () => true,
      keepAnswerInTx: async () => true,
      keepRefusal: async () => undefined,
    },
    codeAnswer,
    budgetMs: 1,
    leaseMs: 1,
  });
  const delivered = { kind, deliveryId: 'd-1', letter: { ...ids, ...letter } as Letter, rawSha256: 'a' };
  const code = await desk.receiveAnswer(delivered).then(
    () => undefined,
    (error: { code: string }) => error.code,
  );
  return { code, registered };
}

const ours = { caseId: 'case-1', kept: person };

test.each(kinds)(
  'a letter of %s about another person is refused, and nothing of it is kept',
  async (kind) => {
    const letter = { ...facts[kind], asked: another, subject: another };
    expect(await receive(kind, letter, ours)).toEqual({ code: 'callback-about-another', registered: [] });
  },
);

test.each(kinds)('a letter of %s about our person goes on, with what it means', async (kind) => {
  const { code, registered } = await receive(kind, { ...facts[kind], asked: own, subject: own }, ours);
  expect(code).toBeUndefined();
  expect(registered).toMatchObject([{ caseId: 'case-1', message: { check: kind, result: 'clear' } }]);
});

test('one that read another file for our person goes on, for a person to judge', async () => {
  const letter = { ...facts['criminal-registry'], asked: own, subject: another };
  const { registered } = await receive('criminal-registry', letter, ours);
  expect(registered).toMatchObject([
    { message: { result: 'unclear', codes: ['answer-about-another-person'] } },
  ]);
});

test('one that names a file and not who was asked about is refused', async () => {
  const letter = { ...facts['criminal-registry'], subject: another };
  expect((await receive('criminal-registry', letter, ours)).code).toBe('callback-about-another');
});

test.each(kinds)(
  'a letter of %s that names nobody is refused: its ids alone do not tell of whom it is',
  async (kind) => {
    expect(await receive(kind, facts[kind], ours)).toEqual({
      code: 'callback-about-another',
      registered: [],
    });
    const half = { ...facts[kind], asked: own };
    expect((await receive(kind, half, ours)).code).toBe('callback-about-another');
  },
);

test('one for no case of ours is kept', async () => {
  const bare = facts['criminal-registry'];
  const unknown = await receive('criminal-registry', { ...bare, asked: another, subject: another }, {});
  expect(unknown).toMatchObject({ code: undefined, registered: [{ caseId: null }] });
});
