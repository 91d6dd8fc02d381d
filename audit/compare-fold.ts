/** Whether the read tables say what the record says when it is told again from its first event. */
import type { AuditReads } from '../db/reads/audit';
import { projectionOf } from '../policy/projection';
import { shown } from './compare-record';
import { counted } from './counted';
import { differencesOf, isAboutText } from './differences';
import type { Told } from './fold-steps';
import { diverged, partOf, type Finding, type Part } from './verdict';

type Tables = NonNullable<Awaited<ReturnType<AuditReads['findTables']>>>;

export function compareFold({ steps, file, fault }: Told, tables: Tables | undefined): Part {
  if (fault !== undefined) {
    const words = `The story stops making sense at event ${fault.seq}.`;
    return partOf('fold', `${steps.length} events`, [
      diverged(words, { seq: fault.seq, technical: fault.message }),
    ]);
  }
  if (file === null || tables === undefined) {
    const words = 'The record and the read tables do not know the same cases.';
    return partOf('fold', 'nothing', file === null && tables === undefined ? [] : [diverged(words)]);
  }
  const { row, tasks } = projectionOf(file);
  const kept = Object.fromEntries(
    Object.keys(row).map((name) => [name, tables.row[name as keyof typeof row]]),
  );
  const keyed = (task: { name: string; subject: string }) => `${task.name}:${task.subject}`;
  const open = Object.fromEntries(tasks.map((task) => [keyed(task), task]));
  const listed = Object.fromEntries(tables.tasks.map(({ caseId: _, ...task }) => [keyed(task), task]));
  const findings = [
    ...differencesOf({ ...kept, seq: tables.row.seq }, { ...row, seq: file.seq }, '/cases'),
    ...differencesOf(listed, open, '/tasks'),
  ].map(findingOf);
  const compared = `${steps.length} events against ${Object.keys(row).length + 1} columns and ${counted(tasks.length, 'task')}`;
  return partOf('fold', compared, findings);
}

function findingOf(difference: ReturnType<typeof differencesOf>[number]): Finding {
  const { pointer, left: recorded, right: expected } = difference;
  if (isAboutText(difference)) return diverged(`${pointer} is not what the record tells.`, { pointer });
  const words = `${pointer} is ${shown(recorded)} in the read table; the record, told again, gives ${shown(expected)}.`;
  return diverged(words, { pointer, recorded, expected });
}
