/** Whom an answer is about: the person who was asked about, or somebody whose file lay under the same name. */
import { fileFoundBy } from './people';
import type { AgencyName } from '../domain/agencies';
import { subjectFrom, type AnswerSubject } from '../domain/answer-shape';
import type { PersonIdentity } from '../domain/person';

export interface Whom {
  asked: AnswerSubject;
  subject: AnswerSubject;
}

export function whomOf(agency: AgencyName, person: PersonIdentity): Whom {
  return { asked: subjectFrom(person), subject: subjectFrom(fileFoundBy(agency, person)) };
}

/** The testing centre alone names nobody. */
export function whomIfNamed(agency: AgencyName, person: PersonIdentity): Whom | undefined {
  return agency === 'testing-centre' ? undefined : whomOf(agency, person);
}
