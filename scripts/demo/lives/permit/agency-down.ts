/** Olga: the register of kinship is down for a day; its silence is never a "clear", and it is asked once more. */
import type { Aside, Life, Tools } from '../../life';
import { wifeForm } from '../../permit-forms';
import { fileForPermit, judgePapers } from '../../permit-ways';

const check = 'kinship-register';
/**
 * Of the real day, as its circuit keeps them. Days of the case pass meanwhile, and only while nobody waits for the next probe
 * so shortly that an activity does: long enough for a busy machine.
 */
const outageSeconds = 45;

export const agencyDown: Life = {
  title: 'An agency is down for a day',
  persona: 'olga',
  end: 'granted',
  long: true,

  async walk(tools) {
    const { callers, controlDoor, office, passUntil, permitApplicant, say } = tools;
    const before = () => controlDoor.announceOutage(check, outageSeconds);
    const wanted = { filing: 'issue', purpose: 'family', form: wifeForm('BLR') } as const;
    const { caseId } = await fileForPermit(tools, { who: 'olga', before, ...wanted });
    const seen = await seeCircuit(tools, caseId);
    await passUntil(caseId, await office.dueOf(caseId, 'service'));
    const found = await office.awaitCase(caseId, '"no answer"', ({ findings }) =>
      findings.some((finding) => finding.check === check && finding.result === 'no-answer'),
    );
    const looked = await judgePapers(tools, caseId, { by: 'aigul', reason: 'The certificate is genuine.' });
    const line = `POST /admin/cases/${caseId}/officer-decision`;
    const body = { outcome: 'grant', text: 'Nothing was said against her.' };
    const early = await callers.refusal('aigul', line, { body });
    await awaitUp(tools);
    say('aigul asks the register once more');
    const reason = 'It answers again since this morning.';
    await office.askAgain('aigul', caseId, { check, reason });
    await permitApplicant.reach(caseId, 'awaiting-decision');
    await office.confirmGrant('aigul', caseId);
    await permitApplicant.reach(caseId, 'granted');
    const text = `aigul tries to grant on the silence: refused, ${early}`;
    return { caseId, asides: [seen, { after: Math.max(looked, found.seq), text }] };
  },
};

interface Line {
  agency: string;
  state: string;
  nextProbeAt: string | null;
  waiting: { cases: number };
}

/** Looks at the operator's list until the line to the register is as wanted. */
async function awaitLine(
  { callers }: Tools,
  expected: string,
  holds: (line: Line) => boolean,
): Promise<Line> {
  const lineIn = ({ agencies }: { agencies: Line[] }) => agencies.find(({ agency }) => agency === check);
  const list = await callers.until({
    who: 'dana',
    expected: `the line to the ${check} ${expected}`,
    ask: () => callers.call<{ agencies: Line[] }>('dana', 'GET /admin/agencies'),
    holds: (body) => {
      const line = lineIn(body);
      return line !== undefined && holds(line);
    },
  });
  const line = lineIn(list);
  if (line === undefined) throw new Error(`no line to ${check}`);
  return line;
}

/** The circuit has opened: nobody asks there any more but a probe. */
async function seeCircuit(tools: Tools, caseId: string): Promise<Aside> {
  tools.say('the circuit opens');
  const { state, waiting } = await awaitLine(tools, 'to be down', (line) => line.state === 'down');
  const { seq } = await tools.office.awaitCase(caseId, 'every other answer', ({ findings }) =>
    findings.every((finding) => finding.check === check || finding.result !== null),
  );
  const cases = `${waiting.cases} ${waiting.cases === 1 ? 'case waits' : 'cases wait'}`;
  return { after: seq, text: `the circuit opens: dana’s list of agencies says ${state}, ${cases} for it` };
}

/** When the time of the next probe has come, whoever asks is the probe. */
async function awaitUp(tools: Tools): Promise<void> {
  tools.say('the register comes back');
  await awaitLine(
    tools,
    'to be open for a question',
    ({ nextProbeAt }) => nextProbeAt === null || Date.parse(nextProbeAt) < Date.now(),
  );
}
