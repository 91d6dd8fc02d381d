/** Who may do what, when: every status, every verb and every role, with the allowed cells written out. */
import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../domain/actor';
import { roles } from '../../domain/roles';
import { caseStatuses, isClosed, type CaseStatus } from '../../domain/statuses';
import { verbs, type Verb } from '../../domain/verbs';
import { moves, movesOf, whyNotNow } from '../../policy/moves';
import { aCaseFile, applicant } from '../support/case-files';

type CaseVerb = Exclude<Verb, 'openApplication'>;

const actorRoles = [...roles, 'agency', 'service'] as const;
const caseVerbs = verbs.filter((verb): verb is CaseVerb => verb !== 'openApplication');

/** A line is a verb, who may do it, and all statuses in which he may. Whatever is not here is forbidden. */
const allowed = `
  bookLanguageTest     applicant    awaiting-test-booking
  saveForm             applicant    awaiting-form
  uploadDocument       applicant    awaiting-form
  submitForm           applicant    awaiting-form
  withdrawApplication  applicant    awaiting-test-booking awaiting-test-result awaiting-form scoring
  withdrawApplication  applicant    verification awaiting-judgement awaiting-schedule awaiting-interview
  withdrawApplication  applicant    awaiting-proposal awaiting-approval
  assignCase           caseworker   awaiting-test-booking awaiting-test-result awaiting-form scoring
  assignCase           caseworker   verification awaiting-judgement awaiting-schedule awaiting-interview
  assignCase           caseworker   awaiting-proposal awaiting-approval granting
  assignCase           supervisor   awaiting-test-booking awaiting-test-result awaiting-form scoring
  assignCase           supervisor   verification awaiting-judgement awaiting-schedule awaiting-interview
  assignCase           supervisor   awaiting-proposal awaiting-approval granting
  judgeFinding         caseworker   verification awaiting-judgement
  askAgencyAgain       caseworker   verification awaiting-judgement
  scheduleInterview    caseworker   awaiting-schedule awaiting-interview
  recordInterview      caseworker   awaiting-interview
  proposeDecision      caseworker   awaiting-proposal
  approveDecision      supervisor   awaiting-approval
  returnDecision       supervisor   awaiting-approval
`;

const lines = allowed
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cells = new Set(
  lines.flatMap(([verb, role, ...from]) => from.map((status) => `${verb} ${role} ${status}`)),
);
const performers = new Set(lines.map(([verb, role]) => `${verb} ${role}`));

const of = (role: Actor['role']): Actor => ({ id: role === 'applicant' ? applicant.id : `a-${role}`, role });

function expected(verb: CaseVerb, role: Actor['role'], status: CaseStatus): string | undefined {
  if (cells.has(`${verb} ${role} ${status}`)) return undefined;
  if (!performers.has(`${verb} ${role}`)) return 'not-permitted';
  return isClosed(status) ? 'case-over' : 'act-out-of-order';
}

describe('the table of moves', () => {
  test('knows every verb', () => {
    expect(Object.keys(moves).sort()).toEqual([...caseVerbs].sort());
  });

  test('has as many open cells as are written here', () => {
    expect(cells.size).toBe(46);
  });

  test.each(caseVerbs)('%s is answered in each status to each role as it is written here', (verb) => {
    const answers = caseStatuses.flatMap((status) =>
      actorRoles.map((role) => [status, role, whyNotNow(verb, aCaseFile({ status }), of(role))]),
    );
    const written = caseStatuses.flatMap((status) =>
      actorRoles.map((role) => [status, role, expected(verb, role, status)]),
    );
    expect(answers).toEqual(written);
  });

  test.each(caseVerbs)('%s on a case that is over is refused to everyone', (verb) => {
    for (const status of caseStatuses.filter(isClosed)) {
      for (const role of actorRoles) {
        expect(['case-over', 'not-permitted']).toContain(whyNotNow(verb, aCaseFile({ status }), of(role)));
      }
    }
  });

  test('offers each person exactly what he may do now', () => {
    for (const status of caseStatuses) {
      for (const role of actorRoles) {
        const offered = movesOf(aCaseFile({ status }), of(role)).sort();
        expect(offered).toEqual(caseVerbs.filter((verb) => cells.has(`${verb} ${role} ${status}`)).sort());
      }
    }
  });
});

describe('somebody else’s case', () => {
  const stranger: Actor = { id: 'elif', role: 'applicant' };

  test('is not there for another applicant, whatever he asks and wherever it stands', () => {
    for (const status of caseStatuses) {
      for (const verb of caseVerbs.filter((known) => performers.has(`${known} applicant`))) {
        expect(whyNotNow(verb, aCaseFile({ status }), stranger)).toBe('not-found');
      }
    }
  });

  test('offers him nothing', () => {
    expect(caseStatuses.flatMap((status) => movesOf(aCaseFile({ status }), stranger))).toEqual([]);
  });
});
