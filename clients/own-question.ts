/** Whether an answer is to our question: registers repeat what they were asked beside the person, and we compare. */
import { Value } from 'typebox/value';
import { AgencyTrouble } from './agency-trouble';
import type { AgencyRequest } from './ask-agency';
import type { AgencyName } from '../domain/agencies';

/** Returns the answer. Throws AgencyTrouble where it repeats something else than was asked. */
export function toOwnQuestion<A extends { question: object }>(
  agency: AgencyName,
  { question }: AgencyRequest & { question: object },
  answer: A,
): A {
  if (!Value.Equal(answer.question, question)) throw new AgencyTrouble(agency, 'agency-mismatch');
  return answer;
}
