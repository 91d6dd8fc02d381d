/** Leyla: the criminal registry says nothing for a month; silence is judged by a person, never taken for "clear". */
import { permanentChecks } from '../../../domain/agencies';
import type { CaseView } from '../../../api/schemas/case';
import { fullForm } from '../forms';
import { spellInstant } from '../law-time';
import type { Aside, Life, Tools } from '../life';
import { UnexpectedAnswer } from '../unexpected-answer';
import { apply, interview } from '../ways';

const check = 'criminal-registry';
const address = { settlement: 'Pavlodar', street: 'Satpayev street 31' };
const form = { ...fullForm, personal: { ...fullForm.personal, address } };

export const silentRegistry: Life = {
  title: 'The criminal registry stays silent',
  persona: 'leyla',
  end: 'granted',

  async walk(tools) {
    const { applicant, controlDoor, office, passDays, say } = tools;
    const { caseId } = await apply(tools, { who: 'leyla', region: 'pavlodar', form, days: [1, 4] });
    say(`${permanentChecks.length} agencies are asked, one stays silent`);
    await office.awaitCase(caseId, 'every other finding', theOthersHaveAnswered);
    await office.judgeDocuments('nurlan', caseId, { reason: 'Complete; nothing in them needs an answer.' });
    await waitForEscalation(tools, caseId);
    const asides = await takeUpEscalation(tools, caseId);

    say('the registry answers at last');
    await passDays(caseId, 1);
    const { seq: before } = await office.look(caseId);
    await controlDoor.answerLast(check, caseId);
    await office.awaitCase(caseId, 'the late answer', ({ seq }) => seq > before);

    say('nurlan hears leyla and proposes, yerlan decides');
    await interview(tools, caseId, {
      by: 'nurlan',
      remarks: 'Calm and complete. We apologised for the wait.',
    });
    const text = 'Clear findings, one silence judged by hand; score and interview passed.';
    const proposal = await office.proposeGrant('nurlan', caseId, text);
    await office.approve('yerlan', caseId, proposal);
    await applicant.reach(caseId, 'granted');
    return { caseId, asides };
  },
};

function theOthersHaveAnswered({ findings }: CaseView): boolean {
  return findings.filter(({ result }) => result === 'clear').length === permanentChecks.length - 1;
}

/** Whichever term of the state ends first: that of verification, or the whole. */
async function waitForEscalation({ office, passUntil }: Tools, caseId: string): Promise<void> {
  const ends = [await office.dueOf(caseId, 'service'), await office.dueOf(caseId, 'verification')];
  await passUntil(caseId, ends.sort()[0] ?? '');
}

/** The escalation stands in the supervisor's worklist until she has dealt with it, whatever others do. */
async function takeUpEscalation({ office, say }: Tools, caseId: string): Promise<Aside[]> {
  say('saule finds the escalation in her worklist');
  const { seq } = await office.awaitCase(caseId, 'an escalation', ({ escalation }) => escalation !== null);
  const row = await office.findEscalation('saule', caseId);
  if (row === undefined) throw otherwise('a row of this case', 'none');
  say('nurlan judges the silence');
  const reason =
    'No reply to three letters. Certificate of no record from the land of origin, apostilled, ' +
    'seen in the original; the prosecutor’s search by telephone found nothing.';
  const judged = await office.judge('nurlan', caseId, { check, judgement: 'clear', reason });
  const still = await office.findEscalation('saule', caseId);
  if (still === undefined) throw otherwise('the row of this case', 'none');
  const assigned = await office.assign('saule', caseId, 'nurlan');
  const gone = await office.findEscalation('saule', caseId);
  if (gone !== undefined) throw otherwise('no row of this case any more', gone);
  const due = row.dueAt === null ? '' : `, due ${spellInstant(row.dueAt)}`;
  return [
    { after: seq, text: `saule’s worklist has a row for it: ${row.task}, owner ${row.ownerRole}${due}` },
    { after: judged, text: 'the row is still there' },
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
