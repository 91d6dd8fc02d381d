/** Whether an answer is to our question: registers repeat whom and what they were asked, and we compare. */
import { Value } from 'typebox/value';
import { AgencyTrouble } from './agency-trouble';
import type { AgencyRequest } from './ask-agency';
import type { AgencyName } from '../domain/agencies';
import { subjectFrom, type AnswerSubject } from '../domain/answer-shape';

/** Returns the answer. Throws AgencyTrouble where it repeats somebody or something else than was asked. */
export function toOwnQuestion<A extends { asked: AnswerSubject; question: object }>(
  agency: AgencyName,
  { person, question }: AgencyRequest & { question: object },
  answer: A,
): A {
  const isOurs = Value.Equal(answer.asked, subjectFrom(person)) && Value.Equal(answer.question, question);
  if (!isOurs) throw new AgencyTrouble(agency, 'agency-mismatch');
  return answer;
}
