/** The certificate of clocks as a page to be printed and put into a file of paper. */
import type { CertifiedClock, ClockCertificate } from '../domain/clock-certificate';
import { wordsOfLine, wordsOfReading } from './clock-words';
import { wordsOfGround, wordsOfSegment } from './segment-words';

const style = `
  body { font: 11pt/1.45 Georgia, serif; color: #111; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.5em; } h2 { font-size: 1.2em; margin-top: 2em; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .2em 1.5em; }
  dt { color: #555; } dd { margin: 0; overflow-wrap: anywhere; }
  table { border-collapse: collapse; width: 100%; }
  th, td { border-bottom: 1px solid #bbb; padding: .35em .5em; text-align: left; vertical-align: top; }
  .days { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
  .reading { font-weight: bold; }
  @page { size: A4; margin: 18mm; }
  @media print {
    body { margin: 0; max-width: none; padding: 0; }
    section { break-inside: avoid; } tr { break-inside: avoid; } thead { display: table-header-group; }
  }`;

/** One HTML document that needs nothing else: no script, no address. Everything from the certificate is escaped. */
export function clockPage(certificate: ClockCertificate): string {
  const { caseId, seq, recordHash, policyVersion, at, sha256 } = certificate;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Clocks of case ${escaped(caseId)}</title>
<style>${style}
</style>
</head>
<body>
<h1>Certificate of the clocks of case ${escaped(caseId)}</h1>
${definitions([
  ['As of', at],
  ['Calendar', calendarWords(certificate)],
  ['Policy', policyVersion],
  ['Record up to event', String(seq)],
  ['Chain hash of the record', recordHash],
  ['SHA-256 of this certificate', sha256],
])}
${certificate.clocks.map(section).join('\n')}
<footer><p>The figures follow from the facts of the record alone. Whoever holds the certificate as a file can compute
them again, and compare the terms with the policy: <code>npm run audit -- clock &lt;file&gt;</code>. Whether the facts and
the chain hash are those of the record, only the record can tell:
<code>npm run audit -- replay ${escaped(caseId)} --certificate &lt;file&gt;</code></p></footer>
</body>
</html>
`;
}

function section({ name, term, ledger, lines, reading, segments }: CertifiedClock): string {
  const rows = lines.map((line) => {
    const { words, days, sum } = wordsOfLine(line, reading.unit);
    return `<tr><td>${escaped(words)}</td>${figure(days)}${figure(sum)}</tr>`;
  });
  return `<section>
<h2>Clock “${escaped(name)}”</h2>
${definitions([
  ['Began', ledger.startedAt],
  ...(ledger.endedAt === null ? [] : [['Ended', ledger.endedAt] as const]),
  ['Term', `${term.source} (${term.confidence})`],
])}
<table>
<thead><tr><th scope="col">Line</th><th scope="col" class="days">Days</th><th scope="col" class="days">Sum</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
${wordsOfReading(reading)
  .map((words) => `<p class="reading">${escaped(words)}</p>`)
  .join('\n')}
<table>
<thead><tr><th scope="col">Segment</th><th scope="col">On what ground, and by whom</th></tr></thead>
<tbody>
${segments.map(segmentRow).join('\n')}
</tbody>
</table>
</section>`;
}

function segmentRow(segment: CertifiedClock['segments'][number]): string {
  const grounds = segment.grounds.map((ground) => escaped(wordsOfGround(ground))).join('<br>');
  return `<tr><td>${escaped(wordsOfSegment(segment))}</td><td>${grounds}</td></tr>`;
}

/** With those that counted before it. */
function calendarWords({ calendar, calendars }: ClockCertificate): string {
  const before = calendars.slice(0, -1).map(({ version }) => version);
  const since = calendars.at(-1)?.knownAt;
  return before.length === 0
    ? calendar
    : `${calendar} since ${String(since)}, before it ${before.join(', ')}`;
}

function definitions(rows: readonly (readonly [string, string])[]): string {
  return `<dl>\n${rows.map(([term, value]) => `<dt>${escaped(term)}</dt><dd>${escaped(value)}</dd>`).join('\n')}\n</dl>`;
}

function figure(days: number | null): string {
  return `<td class="days">${days === null ? '' : days}</td>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
