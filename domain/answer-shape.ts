/** What every agency's answer is made of: the ids that tie it to a question, and whom it is about. */
import { Type, type Static, type TProperties } from 'typebox';
import { Country, Day, Iin } from './form/fields';
import type { PersonIdentity } from './person';
import { plainText } from './plain-text';

export const strict = { additionalProperties: false };
export const Id = plainText(100);
export const DayOrNull = Type.Union([Day, Type.Null()]);

/** `requestId` is ours and comes back; `answerId` is the agency's, and the same for every copy of one answer. */
export function answer<T extends TProperties>(facts: T) {
  return Type.Object({ requestId: Id, answerId: Id, ...facts }, strict);
}

/** What tells one person from another; a name does not. */
export const AnswerSubject = Type.Object(
  {
    bornOn: Day,
    citizenship: Country,
    passportNumber: Type.String({ pattern: '^[A-Z0-9]{5,15}$' }),
    iin: Type.Optional(Iin),
  },
  strict,
);
export type AnswerSubject = Static<typeof AnswerSubject>;

/** `asked`: whom the question named, as the agency read it; `subject`: whose file the facts are from. */
export const whom = { asked: AnswerSubject, subject: AnswerSubject };
/** The same of agencies whose answers were once believed without it: what was kept then is of this shape too. */
export const whomIfSaid = { asked: Type.Optional(AnswerSubject), subject: Type.Optional(AnswerSubject) };

/** Whom an answer names, as far as it does. */
export interface Named {
  asked?: AnswerSubject | undefined;
  subject?: AnswerSubject | undefined;
}

/**
 * Whether an answer is to a question about this person: whoever it says was asked about is he, in every part, and it says
 * whose file it read. One that names nobody is none: its ids alone do not tell whom it is about.
 */
export function isAskedAbout(person: PersonIdentity, { asked, subject }: Named): boolean {
  if (asked === undefined || subject === undefined) return false;
  return (['bornOn', 'citizenship', 'passportNumber', 'iin'] as const).every(
    (part) => asked[part] === person[part],
  );
}

export function subjectFrom({ bornOn, citizenship, passportNumber, iin }: PersonIdentity): AnswerSubject {
  return { bornOn, citizenship, passportNumber, ...(iin !== undefined && { iin }) };
}
