/** The limits of a term that rest on what a register told in verification, because it comes before what was used. */
import { nextDate } from '../../domain/law-day';
import type { TermLimit, TermLimitName } from '../../domain/permit';
import { currentEnd, type DayTeller, type RegisteredDays } from './registered-days';

const tellerOf = {
  passport: 'iin-registry',
  'employment-contract': 'labour-contracts',
  insurance: 'insurance-register',
} as const satisfies Partial<Record<TermLimitName, DayTeller>>;

const names: Record<DayTeller, string> = {
  'iin-registry': 'the registry of numbers',
  'permit-register': 'the register of permits',
  'labour-contracts': 'the system of labour contracts',
  'insurance-register': 'the register of insurance',
};

interface Told {
  registered?: RegisteredDays | undefined;
  /** Undefined where the policy does not ask which value a limit rests on. */
  values?: object | undefined;
}

/** A limit by name, the day that was used for it (undefined: without end), its field of the form, and its source. */
interface Used {
  by: TermLimitName;
  used: string | undefined;
  pointer: string;
  source: string;
}

/** Undefined where no register told of the paper, or it lasts as long as was written, or longer. */
export function limitAsTold({ by, used, pointer, source }: Used, { registered, values }: Told) {
  const register = by in tellerOf ? tellerOf[by as keyof typeof tellerOf] : undefined;
  const told = register && registered?.[register];
  if (!register || !told || (used !== undefined && used <= told.until)) return undefined;
  const limit: TermLimit = { by, until: told.until, source: `${source}; as ${names[register]} knows it` };
  return values === undefined ? limit : { ...limit, value: valueOf(pointer, register, told.at) };
}

interface Renewed extends Told {
  currentUntil: string | null;
}

/** The purpose's limit, which says so where a renewal is counted from the end that the register of permits knows. */
export function countedAsTold(limit: TermLimit, validFrom: string, renewed: Renewed): TermLimit {
  const { until, registered } = currentEnd(renewed.currentUntil, renewed.registered);
  if (registered === undefined || until === null || validFrom !== nextDate(until)) return limit;
  const source = `${limit.source}; from the day after the end that ${names['permit-register']} knows`;
  if (renewed.values === undefined) return { ...limit, source };
  const value = limit.value ?? valueOf('/currentPermit/validUntil', 'permit-register', registered.at);
  return { ...limit, source, value };
}

function valueOf(pointer: string, source: DayTeller, at: string): NonNullable<TermLimit['value']> {
  return { pointer, used: 'fetched', source, at, rule: 'shorter-counts' };
}
