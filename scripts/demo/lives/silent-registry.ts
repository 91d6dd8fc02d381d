/** Leyla: the criminal registry says nothing for thirty days; silence is judged by a person, never taken for "clear". */
import { checks } from '../../../domain/agencies';
import type { CaseView } from '../../../api/schemas/case';
import type { Callers } from '../callers';
import { fullForm } from '../forms';
import { spellInstant } from '../law-time';
import type { Aside, Life, Tools } from '../life';
import { UnexpectedAnswer } from '../unexpected-answer';

const check = 'criminal-registry';

export const silentRegistry: Life = {
  title: 'The criminal registry stays silent',
  persona: 'leyla',
  end: 'granted',

  async walk(tools) {
    const { applicant, callers, office, passDays, say } = tools;
    say('leyla opens an application');
    const caseId = await applicant.open('pavlodar');
    await passDays(caseId, 1);
    say('leyla sits the language test');
    await applicant.passTest(caseId);
    await passDays(caseId, 4);
    say('leyla hands in the form');
    const address = { settlement: 'Pavlodar', street: 'Satpayev street 31' };
    const personal = { ...fullForm.personal, address };
    const version = await applicant.fillForm(caseId, { ...fullForm, personal });
    await applicant.submitForm(caseId, version);
    say(`${checks.length} agencies are asked, one stays silent`);
    await office.awaitCase(caseId, 'every other finding', theOthersHaveAnswered);
    await passDays(caseId, 31);

    const escalation = await takeUpEscalation(tools, caseId);
    say('nurlan judges the silence');
    const reason =
      'No reply in thirty days and three letters. Certificate of no record from the land of origin, apostilled, ' +
      'seen in the original; the prosecutor’s search by telephone found nothing.';
    await office.judge('nurlan', caseId, { check, judgement: 'clear', reason });
    const { seq: scheduled } = await office.scheduleInterview('nurlan', caseId, 2);

    say('the registry answers at last');
    await passDays(caseId, 1);
    await answerLate(callers, caseId);
    await office.awaitCase(caseId, `an event after ${scheduled}`, ({ seq }) => seq > scheduled);

    say('nurlan hears leyla and proposes, yerlan decides');
    await passDays(caseId, 2);
    await office.recordInterview('nurlan', caseId, 'Calm and complete. We apologised for the wait.');
    const text = 'Clear findings, one silence judged by hand; score and interview passed.';
    const proposal = await office.proposeGrant('nurlan', caseId, text);
    await office.approve('yerlan', caseId, proposal);
    await applicant.reach(caseId, 'granted');
    return { caseId, asides: escalation };
  },
};

function theOthersHaveAnswered({ findings }: CaseView): boolean {
  return findings.filter(({ result }) => result === 'clear').length === checks.length - 1;
}

/** The escalation stands in the supervisor's worklist until she has dealt with it. */
async function takeUpEscalation({ office, say }: Tools, caseId: string): Promise<Aside[]> {
  say('saule finds the escalation in her worklist');
  const { seq } = await office.awaitCase(caseId, 'an escalation', ({ escalation }) => escalation !== null);
  const row = await office.findEscalation('saule', caseId);
  if (row === undefined) throw otherwise('a row of this case', 'none');
  const { seq: assigned } = await office.assign('saule', caseId, 'nurlan');
  const still = await office.findEscalation('saule', caseId);
  if (still !== undefined) throw otherwise('no row of this case any more', still);
  const due = row.dueAt === null ? '' : `, due ${spellInstant(row.dueAt)}`;
  return [
    { after: seq, text: `saule’s worklist has a row for it: ${row.task}, owner ${row.ownerRole}${due}` },
    { after: assigned, text: 'the row is gone; only the act of a supervisor clears an escalation' },
  ];
}

function otherwise(expected: string, answer: unknown): UnexpectedAnswer {
  return new UnexpectedAnswer({
    who: 'saule',
    line: 'GET /admin/worklist?task=escalation',
    expected,
    answer,
  });
}

/** Somebody at the registry finds the last letter about this case. */
async function answerLate(callers: Callers, caseId: string): Promise<void> {
  const { body } = await callers.atRegistry<{ pending: { requestId: string }[] }>('GET /control');
  const asked = body.pending.map(({ requestId }) => requestId).filter((id) => id.startsWith(`${caseId}.`));
  const requestId = asked.at(-1) ?? `${caseId}.${check}.1`;
  const line = 'POST /control/answer-now';
  const { body: answer } = await callers.atRegistry<{ delivered: number }>(line, { requestId });
  if (answer.delivered === 1) return;
  throw new UnexpectedAnswer({
    who: 'somebody at the registry',
    line,
    expected: 'one answer delivered',
    answer,
  });
}
