/** Whether each agency's answer, as it was kept, still means what the record says it means. */
import { Value } from 'typebox/value';
import type { TSchema } from 'typebox';
import type { KeptBody } from '../db/reads/audit';
import { hashOfJson } from '../db/hash';
import { checks, type AgencyName, type Check } from '../domain/agencies';
import { agencyAnswerSchemas, type AgencyAnswers } from '../domain/agency-answers';
import type { AnswerRef, CaseEvent } from '../domain/events';
import { lawDate } from '../domain/law-day';
import type { StateSource } from '../domain/permit';
import { readFinding } from '../policy/findings';
import { CertificateConfirmation } from '../domain/language-certificate';
import { barredUntilOf, findCertificateFault, markLanguageTest } from '../policy/language-test';
import { withFineLookedFor } from '../policy/permit/fine-known';
import { readPrefill } from '../policy/permit/prefill';
import { permanentPolicyOf } from '../policy/policies';
import { shown } from './compare-record';
import { counted } from './counted';
import { differencesOf } from './differences';
import { ofType } from './recorded-events';
import { diverged, notComparable, partOf, type Finding, type Part } from './verdict';

interface Answered {
  seq: number;
  agency: AgencyName;
  requestId: string | undefined;
  answer: AnswerRef;
  /** What the record made of it, and what the rules make of the body; nothing for answers that came too late. */
  recorded?: unknown;
  again?: (body: never) => unknown;
  /** Of the body, where it is not the agency's usual answer. */
  schema?: TSchema;
}

export function compareFindings(events: readonly CaseEvent[], bodies: readonly KeptBody[]): Part {
  const answers = answersIn(events);
  const silent = ofType(events, 'check-unanswered').map(({ data }) => data.check);
  const notes = silent.map((check) => `${check} did not answer in its term: nothing to compute again.`);
  const findings = answers.flatMap((answered) => examine(answered, bodies));
  return {
    ...partOf(
      'findings',
      answers.length === 0 ? 'no answers yet' : `${counted(answers.length, 'answer')} of agencies`,
      findings,
    ),
    notes,
  };
}

function answersIn(events: readonly CaseEvent[]): Answered[] {
  const opened = ofType(events, 'application-opened')[0]?.data;
  const policyVersion = opened?.policyVersion ?? '';
  const permit = opened?.permit && { ...opened.permit, policyVersion };
  const filed = ofType(events, 'form-submitted');
  const found = [
    ...ofType(events, 'check-answered'),
    ...ofType(events, 'answer-contradicted'),
    ...ofType(events, 'reopening-proposed'),
    ...ofType(events, 'reopening-joined'),
  ].map(({ seq, data: { check, requestId, answer, result, codes } }): Answered => ({
    ...{ seq, agency: check, requestId, answer, recorded: { result, codes } },
    again: (body: AgencyAnswers[Check]) =>
      withFineLookedFor(readFinding(check, body as never, permit), check, {
        policyVersion,
        rule: filed.findLast((each) => each.seq < seq)?.data.permit?.window.rule,
      }),
  }));
  const tests = ofType(events, 'language-test-result-received').map(
    ({ seq, effectiveAt, data: { attempt: _, answer, ...recorded } }): Answered => ({
      ...{ seq, agency: 'testing-centre', requestId: undefined, answer, recorded },
      again: (body: AgencyAnswers['testing-centre']) => {
        const { level, bannedItems } = body;
        const policy = permanentPolicyOf(policyVersion);
        const barredUntil = barredUntilOf(bannedItems, effectiveAt, policy);
        return { level, bannedItems, barredUntil, ...markLanguageTest(body, policy) };
      },
    }),
  );
  const late = ofType(events, 'late-answer-kept').map(
    ({ seq, data: { agency, requestId, answer } }): Answered => ({ seq, agency, requestId, answer }),
  );
  const certificates = confirmationsIn(events, policyVersion);
  return [...tests, ...certificates, ...fetchedIn(events), ...found, ...late].sort((a, b) => a.seq - b.seq);
}

/** What the testing centre said of certificates, each as of the day on which it was presented. */
function confirmationsIn(events: readonly CaseEvent[], policyVersion: string): Answered[] {
  const presented = ofType(events, 'certificate-presented');
  return [...ofType(events, 'certificate-confirmed'), ...ofType(events, 'certificate-not-confirmed')].map(
    ({ seq, type, effectiveAt, data: { requestId, answer } }): Answered => {
      const act = presented.find(({ data }) => data.requestId === requestId);
      const presentedOn = lawDate(act?.effectiveAt ?? effectiveAt);
      return {
        ...{ seq, agency: 'testing-centre', requestId, answer, recorded: { confirmed: type } },
        schema: CertificateConfirmation,
        again: (body: CertificateConfirmation) => {
          const fault = findCertificateFault(body, presentedOn, permanentPolicyOf(policyVersion));
          return { confirmed: fault === undefined ? 'certificate-confirmed' : 'certificate-not-confirmed' };
        },
      };
    },
  );
}

/** Which fields of the form a register's answer fills. */
function fetchedIn(events: readonly CaseEvent[]): Answered[] {
  return ofType(events, 'state-data-fetched').flatMap(({ seq, data }): Answered[] => {
    const { source, requestId, answer, result, pointers } = data;
    if (answer === null) return [];
    const again = (body: AgencyAnswers[StateSource]) => {
      const { known, values } = readPrefill(source, body as never);
      return { result: known ? 'found' : 'nothing-found', pointers: values.map(({ pointer }) => pointer) };
    };
    return [{ seq, agency: source, requestId, answer, recorded: { result, pointers }, again }];
  });
}

function examine(
  { seq, agency, requestId, answer, recorded, again, schema = agencyAnswerSchemas[agency] }: Answered,
  bodies: readonly KeptBody[],
): Finding[] {
  const same = bodies.filter((body) => body.agency === agency && body.answerId === answer.answerId);
  const kept = same.find(({ sha256 }) => sha256 === answer.sha256);
  if (kept === undefined) {
    const words = `The answer of ${agency} that event ${seq} names is not kept${same.length > 0 ? '; another one is' : ''}.`;
    return [notComparable(words, { seq })];
  }
  const sha256 = hashOfJson(kept.body);
  const altered =
    sha256 === answer.sha256
      ? []
      : [
          diverged(`The kept answer of ${agency} is not the one that came: its SHA-256 is another one.`, {
            seq,
            recorded: answer.sha256,
            expected: sha256,
          }),
        ];
  if (!Value.Check(schema, kept.body)) {
    return [...altered, notComparable(`The kept answer of ${agency} is not of the agreed shape.`, { seq })];
  }
  const { requestId: asked } = kept.body as { requestId: string };
  const stranger =
    requestId === undefined || asked === requestId
      ? []
      : [
          diverged(`The kept answer of ${agency} belongs to another question.`, {
            seq,
            recorded: requestId,
            expected: asked,
          }),
        ];
  const meaning = again === undefined ? [] : differencesOf(recorded, again(kept.body as never));
  return [
    ...altered,
    ...stranger,
    ...meaning.map(({ pointer, left, right }) => {
      const words = `${nameOf(agency)}, ${pointer}: ${shown(left)} in the record, ${shown(right)} when read again.`;
      return diverged(words, { seq, pointer: `/data${pointer}`, recorded: left, expected: right });
    }),
  ];
}

function nameOf(agency: AgencyName): string {
  return checks.some((check) => check === agency) ? `Check ${agency}` : 'The language test';
}
