/** Whether what a certificate counts with is what the law's rows say: terms, grounds of stops and extensions, calendar. */
import type { ClockName, ClockStop } from '../../domain/clock';
import type {
  AnyClockCertificate,
  CertifiedClock,
  FirstCertifiedClock,
} from '../../domain/clock-certificate';
import type { Term } from '../../domain/clock-reading';
import { differencesOf } from '../../domain/differences';
import type { StopReason } from '../../domain/events';
import { lawDate } from '../../domain/law-day';
import { policies, type Policy } from '../policies';
import type { Rule } from '../rule';
import { calendars } from './calendars';
import type { ClockFinding } from './check-certificate';
import { extensionRows, officerBasis, rowsOf, stopRows } from './ground-rows';

/** Which clocks may be extended, and which may stand: APPK art. 99 knows neither for a complaint. */
const mayBe: Record<ClockName, { extended: boolean; stopped: boolean }> = {
  service: { extended: true, stopped: true },
  target: { extended: true, stopped: true },
  verification: { extended: false, stopped: true },
  turn: { extended: false, stopped: true },
  complaint: { extended: false, stopped: false },
};

type AnyCertifiedClock = FirstCertifiedClock | CertifiedClock;

/** Empty when every row is the law's own; an unknown policy is one finding, since nothing can be compared then. */
export function comparePolicy(certificate: AnyClockCertificate): ClockFinding[] {
  const { policyVersion, clocks } = certificate;
  const policy = policies.find(({ version }) => version === policyVersion);
  if (policy === undefined) {
    const known = policies.map(({ version }) => version);
    return [{ fault: 'unknown-policy', pointer: '/policyVersion', stated: policyVersion, recomputed: known }];
  }
  return [
    ...calendarFindings(certificate),
    ...clocks.flatMap((clock, index) => clockFindings(clock, policy, `/clocks/${index}`)),
  ];
}

/** None is pinned before the day on which it became known. */
function calendarFindings({ calendar, at, ...rest }: AnyClockCertificate): ClockFinding[] {
  const pinned = 'calendars' in rest ? rest.calendars : [];
  return [
    ...ofItsDay(calendar, at, '/calendar'),
    ...pinned.flatMap(({ version, knownAt }, index) =>
      ofItsDay(version, knownAt, `/calendars/${index}/version`),
    ),
  ];
}

function ofItsDay(version: string, at: string, pointer: string): ClockFinding[] {
  if (Number.isNaN(Date.parse(at)))
    return [{ ...notOfPolicy(pointer, at, undefined), fault: 'not-computable' }];
  const known = calendars.filter(({ knownFrom }) => knownFrom <= lawDate(at)).map((each) => each.version);
  const early = calendars.some((each) => each.version === version) && !known.includes(version);
  return early ? [notOfPolicy(pointer, version, known)] : [];
}

function clockFindings(clock: AnyCertifiedClock, policy: Policy, pointer: string): ClockFinding[] {
  const { stops, extensions } = clock.ledger;
  return [
    ...termFindings(clock, policy, pointer),
    ...stops.flatMap((stop, index) =>
      mayBe[clock.name].stopped
        ? stopFindings(stop, { policy, ledger: clock.ledger, pointer: `${pointer}/ledger/stops/${index}` })
        : [notOfPolicy(`${pointer}/ledger/stops/${index}`, stop, undefined)],
    ),
    ...extensions.flatMap((extension, index) => {
      const place = `${pointer}/ledger/extensions/${index}`;
      if (!mayBe[clock.name].extended) return [notOfPolicy(place, extension, undefined)];
      const bases = [...extensionRows(policy).keys()];
      return bases.includes(extension.basis) ? [] : [notOfPolicy(`${place}/basis`, extension.basis, bases)];
    }),
    ...rowFindings(clock, policy, pointer),
  ];
}

/** The first format names no rows. */
function rowFindings(clock: AnyCertifiedClock, policy: Policy, pointer: string): ClockFinding[] {
  if (!('rows' in clock)) return [];
  const rows = rowsOf(policy, clock.ledger);
  return differencesOf(clock.rows, rows, `${pointer}/rows`).map(({ pointer: place, left, right }) =>
    notOfPolicy(place, left, right),
  );
}

/** A turn does not say which of the applicant's turns it is: its term is one of theirs. */
function termFindings({ name, term }: AnyCertifiedClock, policy: Policy, pointer: string): ClockFinding[] {
  const candidates = termsOf(policy)[name].map((rule) => differencesOf(term, rule, `${pointer}/term`));
  const nearest = candidates.reduce((best, each) => (each.length < best.length ? each : best));
  return nearest.map(({ pointer: place, left, right }) => notOfPolicy(place, left, right));
}

function termsOf({ serviceClock, turnTerms, complaint }: Policy): Record<ClockName, Rule<Term>[]> {
  return {
    service: [serviceClock.term],
    target: [serviceClock.target],
    verification: [serviceClock.verification],
    turn: Object.values(turnTerms.value).map((value) => ({ ...turnTerms, value })),
    complaint: [complaint.decided],
  };
}

interface Where {
  policy: Policy;
  ledger: AnyCertifiedClock['ledger'];
  pointer: string;
}

/** A stop that the clock's end cut short lets nothing begin anew, whatever its reason says. */
function stopFindings(stop: ClockStop, { policy, ledger, pointer }: Where): ClockFinding[] {
  const { basis, effect, to } = stop;
  const byOfficer = (Object.keys(policy.stops.value) as StopReason[]).map(officerBasis);
  const bases = [...stopRows(policy).keys()];
  if (!bases.includes(basis)) return [notOfPolicy(`${pointer}/basis`, basis, bases)];
  const reason = basis.slice('officer:'.length) as StopReason;
  const said = byOfficer.includes(basis) ? policy.stops.value[reason].effect : 'continue';
  const wasCut = to !== null && to === ledger.endedAt && effect === 'continue';
  return effect === said || wasCut ? [] : [notOfPolicy(`${pointer}/effect`, effect, said)];
}

function notOfPolicy(pointer: string, stated: unknown, recomputed: unknown): ClockFinding {
  return { fault: 'not-of-policy', pointer, stated, recomputed };
}
