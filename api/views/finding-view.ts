/** What the agencies found, each with its answer, when that came, and how long it may be relied on. */
import { Value } from 'typebox/value';
import type { RecordedEvent } from '../../db/reads/events';
import type { KeptAnswer } from '../../db/reads/evidence';
import { checks } from '../../domain/agencies';
import type { CaseFile } from '../../domain/case-file';
import type { AnswerRef } from '../../domain/events';
import { BerkutAnswer } from '../../domain/agency-answers';
import { lawDate } from '../../domain/law-day';
import { validUntilOf } from '../../policy/answer-validity';
import { daysTold } from '../../policy/findings/days-told';
import type { Policy } from '../../policy/policy';
import type { CaseView } from '../schemas/case';

type Finding = CaseView['findings'][number];

interface Beside {
  policy: Policy;
  answers: readonly KeptAnswer[];
  events: readonly RecordedEvent[];
}

export function viewFindings(
  found: CaseFile['checks'],
  { policy, answers, events }: Beside,
): CaseView['findings'] {
  if (found === null) return [];
  return checks.flatMap((check) => {
    const known = found[check];
    if (known === undefined) return [];
    const { answer, ...rest } = known;
    const kept = answers.find(
      ({ agency, answerId, sha256 }) =>
        agency === check && answerId === answer?.answerId && sha256 === answer.sha256,
    );
    const receivedAt = answer && findReceipt(answer, events);
    const validUntil = receivedAt && validUntilOf(policy, check, receivedAt);
    const evidence = kept?.body ?? null;
    const finding: Finding = { check, ...rest, receivedAt, validUntil, evidence };
    if (check !== 'berkut' || receivedAt === null || !Value.Check(BerkutAnswer, evidence)) return [finding];
    return [{ ...finding, daysInCountry: daysTold(evidence, lawDate(receivedAt)) }];
  });
}

/** When the case was told of an answer, in its own time. */
function findReceipt({ answerId, sha256 }: AnswerRef, events: readonly RecordedEvent[]): string | null {
  const brought = events.find(
    (event) =>
      (event.type === 'check-answered' ||
        event.type === 'answer-contradicted' ||
        event.type === 'reopening-proposed' ||
        event.type === 'reopening-joined') &&
      event.data.answer.answerId === answerId &&
      event.data.answer.sha256 === sha256,
  );
  return brought?.effectiveAt ?? null;
}
