/** How far the term of a case may be extended, by two months at most in all; and that nothing restarts one that is over. */
import type { CaseFile } from '../domain/case-file';
import type { Ledger } from '../domain/clock';
import { lawDate, monthsAfter } from '../domain/law-day';
import type { ProblemCode } from '../domain/problems';
import { readLedger } from './clock/read-ledger';
import { policyOf } from './policies';
import { readClock } from './service-clock';

/** No extension while the clock stands, since then no end can be named, and none of a term that is over. */
export function whyNotExtend(file: CaseFile, days: number, at: string): ProblemCode | undefined {
  const { dueAt } = readClock(file, at);
  if (dueAt === null) return 'clock-stands';
  if (dueAt <= at) return 'term-over';
  return mayBeExtended(file, days, at) ? undefined : 'extension-too-long';
}

/** A stop of a term that is over would let it begin anew: silence past it is a refusal that nobody takes back so. */
export function whyNotStop(file: CaseFile, at: string): ProblemCode | undefined {
  const { dueAt } = readClock(file, at);
  const isOver = file.deemedRefusedAt !== null || (dueAt !== null && dueAt <= at);
  return isOver ? 'term-over' : undefined;
}

/** By how much the rule itself extends the term when it ends; undefined where it does not, or has done so. */
export function extensionByRule(file: CaseFile): number | undefined {
  const { value } = policyOf(file.policyVersion).termEnd;
  const isDone = file.clocks.service.extensions.some(({ basis }) => basis === 'rule');
  if (value.action !== 'extend' || isDone || file.deemedRefusedAt !== null) return undefined;
  return mayBeExtended(file, value.days, file.lastAt) ? value.days : undefined;
}

function mayBeExtended({ policyVersion, clocks, calendar }: CaseFile, days: number, at: string): boolean {
  const { serviceClock, extensionMonths, stopsExtend } = policyOf(policyVersion);
  const { service } = clocks;
  const { value: term } = serviceClock.term;
  const dueOn = (ledger: Ledger, added: number) =>
    readLedger(ledger, { ...term, days: term.days + added }, { at, calendar }).dueOn;
  const first = dueOn({ ...service, extensions: [] }, 0);
  if (first === null) return false;
  const later = dueOn(stopsExtend.value ? service : stoppedUntil(service, first), days);
  return later !== null && later <= monthsAfter(first, extensionMonths.value);
}

/** Without what stopped the term when it ran by its extension alone; nothing stops it on its last day (YYYY-MM-DD). */
function stoppedUntil(service: Ledger, lastDay: string): Ledger {
  return { ...service, stops: service.stops.filter(({ from }) => lawDate(from) <= lastDay) };
}
