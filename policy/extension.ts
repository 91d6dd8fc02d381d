/** How far a supervisor may extend the term of a case: all extensions together by two months at most. */
import type { CaseFile } from '../domain/case-file';
import { monthsAfter } from '../domain/law-day';
import type { ProblemCode } from '../domain/problems';
import { readLedger } from './clock/read-ledger';
import { policyOf } from './policies';

/** No extension while the clock stands, since then no end can be named, and none of a term that is over. */
export function whyNotExtend(file: CaseFile, days: number, at: string): ProblemCode | undefined {
  const { serviceClock, extensionMonths } = policyOf(file.policyVersion);
  const { service } = file.clocks;
  const read = (added: number, kept = service.extensions) =>
    readLedger(
      { ...service, extensions: kept },
      { ...serviceClock.term.value, days: serviceClock.term.value.days + added },
      {
        at,
        calendar: file.calendar,
      },
    );
  const present = read(0);
  if (!present.running || present.dueAt === null) return 'clock-stands';
  if (present.dueAt <= at) return 'term-over';
  const [first, later] = [read(0, []).dueOn, read(days).dueOn];
  if (first === null || later === null) return 'clock-stands';
  return later <= monthsAfter(first, extensionMonths.value) ? undefined : 'extension-too-long';
}
