/** What the clocks of a case say on a day: the service clock, and whichever other one matters then. */
import type { CaseFile } from '../../domain/case-file';
import type { ClockName } from '../../domain/clock';
import type { LedgerReading } from '../../domain/clock-reading';
import type { Turn } from '../../domain/events';
import { isClosed, standing, type Party } from '../../domain/statuses';
import { readOpenClock } from '../../policy/clocks';
import { countDays, spellDate } from './law-time';
import { bar } from './score-lines';
import { inWords } from './who';

const beside = ['turn', 'verification', 'complaint'] as const satisfies ClockName[];
const nameWidth = 12;
const barWidth = 12;

/** One line each, no wider than `width`: a bar is left out where there is no room. `at` is the end of the days told of. */
export function clockLines(file: CaseFile, at: string, width: number): string[] {
  const service = readOpenClock(file, 'service', at);
  const others = beside.flatMap((name) => {
    const reading = readOpenClock(file, name, at);
    return reading === undefined ? [] : [drawClock(nameOf(file, name), reading, width)];
  });
  return [drawService(file, service, width), ...others];
}

function drawService(file: CaseFile, reading: LedgerReading | undefined, width: number): string {
  const name = 'clock'.padEnd(nameWidth);
  if (reading === undefined) return `${name} has ended`;
  if (reading.running) return drawClock('clock', reading, width);
  return `${name} stands: ${whyItStands(file)}; ${reading.daysUsed} of ${countDays(reading.termDays)} used`;
}

function drawClock(
  name: string,
  { termDays, unit, daysUsed, daysLeft, dueOn }: LedgerReading,
  width: number,
): string {
  const of = `${daysUsed} of ${termDays}${unit === 'working-days' ? ' working' : ''} days used`;
  const left = daysLeft < 0 ? `${countDays(-daysLeft)} over` : `${daysLeft} left`;
  const until = dueOn === null ? 'it stands' : `until ${spellDate(dueOn)}`;
  const said = `${of}, ${left}, ${until}`;
  const drawn = `${name.padEnd(nameWidth)} ${bar(daysUsed, termDays, barWidth)} ${said}`;
  return drawn.length <= width ? drawn : `${name.padEnd(nameWidth)} ${said}`;
}

function nameOf({ clocks }: CaseFile, name: (typeof beside)[number]): string {
  return name === 'turn' && clocks.turn !== null ? turns[clocks.turn.turn] : name;
}

const turns = {
  'language-test': 'turn: test',
  form: 'turn: form',
  documents: 'turn: papers',
} as const satisfies Record<Turn, string>;

function whyItStands({ officerStop, status }: CaseFile): string {
  if (officerStop !== null) return `an officer stopped it, ${inWords(officerStop.reason)}`;
  const { party } = standing[status];
  return isClosed(status) ? 'decided' : `${balls[party]} has the ball`;
}

const balls = {
  applicant: 'the applicant',
  'testing-centre': 'the testing centre',
  agencies: 'an agency',
  caseworker: 'a caseworker',
  supervisor: 'a supervisor',
  service: 'the service',
  nobody: 'nobody',
} as const satisfies Record<Party, string>;
