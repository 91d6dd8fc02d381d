/** A report as a person reads it in a terminal. */
import type { Report } from './examine';
import type { Finding, Part, PartName, Verdict } from './verdict';

const marks: Record<Verdict, string> = { clean: '✓', 'not-comparable': '?', diverged: '✗' };

const titles: Record<PartName, string> = {
  history: 'History',
  'own-bundle': 'Own code',
  'todays-code': "Today's code",
  record: 'Record',
  fold: 'Read tables',
  chain: 'Chain',
  score: 'Score',
  permit: 'Permit',
  findings: 'Findings',
  deadlines: 'Deadlines',
  evidence: 'Evidence',
  notices: 'Notices',
  certificate: 'Certificate',
};

const verdictWords: Record<Verdict, string> = {
  clean: 'CLEAN: everything that was compared agrees.',
  'not-comparable':
    'NOT COMPARABLE: nothing that was compared differs, and not everything could be compared.',
  diverged: 'DIVERGED: what is recorded is not what happened, or not what the code would do.',
};

const width = Math.max(...Object.values(titles).map(({ length }) => length));
const indent = ' '.repeat(width + 5);
const mostFindings = 20;

export function printReport({ caseId, examinedAt, verdict, runs, todaysBundle, parts }: Report): string {
  const lines = [
    `Case ${caseId}, examined ${examinedAt}`,
    ...runs.map(
      ({ runId, source, lastEventId, sha256 }) =>
        `  run ${runId} from ${source}: ${lastEventId} events, sha256 ${sha256}`,
    ),
    `  today's code: bundle ${todaysBundle || 'unknown'}`,
    '',
    ...parts.map(printPart),
    '',
    verdictWords[verdict],
  ];
  return `${lines.join('\n')}\n`;
}

export function printPart({ part, verdict, compared, findings, notes }: Part): string {
  const hidden = findings.length - mostFindings;
  return [
    ` ${marks[verdict]} ${titles[part].padEnd(width)}  ${compared}`,
    ...findings.slice(0, mostFindings).flatMap(printFinding),
    ...(hidden > 0 ? [`${indent}… and ${hidden} more (see --json)`] : []),
    ...notes.map((note) => `${indent}(${note})`),
  ].join('\n');
}

function printFinding({ verdict, words, technical }: Finding): string[] {
  return [
    `${indent}${marks[verdict]} ${words}`,
    ...(technical === undefined ? [] : [`${indent}  ${technical}`]),
  ];
}
