/** Notices on the way to a decision: score, documents, interview, clocks. */
import { lawDate, lawTime } from '../../domain/law-day';
import type { AppointmentEnd } from '../../domain/notices';
import type { Told, NoticeRows } from '../notice-rows';
import { dueOn, lastDayBefore, remedyOf, turnDueOn } from './last-days';

type ProcedureEvent =
  | 'application-scored'
  | 'documents-requested'
  | 'turn-lapsed'
  | 'interview-scheduled'
  | 'interview-change-requested'
  | 'panel-member-recused'
  | 'clock-stopped'
  | 'clock-resumed'
  | 'clock-extended'
  | 'deemed-refused';

export const procedureNotices: NoticeRows<ProcedureEvent> = {
  'application-scored': {
    due: null,
    notice: ({ event: { data } }) =>
      data.passed
        ? null
        : {
            kind: 'score-below',
            facts: {
              total: data.total,
              threshold: data.threshold,
              rows: data.rows.map(({ criterion, points, max }) => ({ criterion, points, max })),
              changes: data.shortfall.map((set) => set.map(({ criterion, gain }) => ({ criterion, gain }))),
            },
          },
  },
  'documents-requested': {
    due: null,
    notice: ({ file, event: { data, effectiveAt } }) => ({
      kind: 'documents-requested',
      facts: { kinds: data.kinds, provideBy: turnDueOn(file, effectiveAt) },
    }),
  },
  /** APPK art. 70; documents that were not handed in end nothing: a person judges that. */
  'turn-lapsed': {
    due: 'termination',
    notice: ({ file, event: { data, effectiveAt } }) =>
      data.turn === 'documents'
        ? null
        : { kind: 'lapsed', facts: { turn: data.turn, ...remedyOf(file, effectiveAt) } },
  },
  'interview-scheduled': {
    due: null,
    notice: ({ event: { data } }) => ({ kind: 'interview-appointed', facts: appointment(data) }),
  },
  'interview-change-requested': { due: null, notice: (told) => appointmentCancelled(told, 'applicant') },
  'panel-member-recused': { due: null, notice: (told) => appointmentCancelled(told, 'panel') },
  'clock-stopped': {
    due: null,
    notice: ({ event: { data } }) => ({
      kind: 'clock-stopped',
      facts: { reason: data.reason, effect: data.effect },
    }),
  },
  'clock-resumed': {
    due: null,
    notice: ({ file, event: { effectiveAt } }) => ({
      kind: 'clock-resumed',
      facts: { dueOn: dueOn(file, 'service', effectiveAt) },
    }),
  },
  'clock-extended': {
    due: 'extension',
    notice: ({ file, event: { data, effectiveAt } }) => ({
      kind: 'clock-extended',
      facts: { days: data.days, dueOn: dueOn(file, 'service', effectiveAt) },
    }),
  },
  'deemed-refused': {
    due: null,
    notice: ({ file, event: { data, effectiveAt } }) => ({
      kind: 'deemed-refusal',
      facts: { dueOn: lastDayBefore(data.dueAt), ...remedyOf(file, effectiveAt) },
    }),
  },
};

/** The law's date and time of day, UTC+5. */
function appointment({ at, place }: { at: string; place: string }) {
  return { on: lawDate(at), time: lawTime(at), place };
}

/** An appointment that no longer stands; none while a panel without one member still has its quorum. */
export function appointmentCancelled(
  { before, file }: Told<'interview-change-requested' | 'panel-member-recused' | 'answer-contradicted'>,
  because: AppointmentEnd,
) {
  const there = before?.interview ?? null;
  if (there === null || file.interview !== null) return null;
  return { kind: 'interview-cancelled' as const, facts: { ...appointment(there), because } };
}
