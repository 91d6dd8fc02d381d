/** The decisions of a case in the order of its record, each with the address of its certificate of the clocks. */
import type { Static } from 'typebox';
import type { CaseEvent } from '../../domain/events';
import type { outcomeKinds } from '../schemas/application';
import { decisionEvents, type DecisionEvent, type DecisionOfRecord } from '../schemas/decisions';

export type DecisionView = Static<typeof DecisionOfRecord>;

/** Whose shelf the case is read from, as its addresses begin. */
type Shelf = '/applications' | '/admin/cases';

/** One that was set aside stays among them: its clock was another, and can be certified as it was on the day. */
export function viewDecisions(shelf: Shelf, caseId: string, events: readonly CaseEvent[]): DecisionView[] {
  return events.flatMap(({ seq, effectiveAt: at, ...body }) => {
    const event = decisionEvents.find((known) => known === body.type);
    const endsNothing = body.type === 'turn-lapsed' && body.data.turn === 'documents';
    if (event === undefined || endsNothing) return [];
    return [{ seq, event, at, clockCertificate: `${shelf}/${caseId}/clock/certificate?seq=${seq}` }];
  });
}

const madeBy: Record<(typeof outcomeKinds)[number], readonly DecisionEvent[]> = {
  granted: ['certificate-issued', 'permit-issued'],
  refused: ['application-refused'],
  withdrawn: ['application-withdrawn'],
  lapsed: ['turn-lapsed'],
  annulled: ['permit-annulled'],
  expired: ['certificate-expired'],
};

/** The one that an outcome came of: the last of its kind. Throws where the record has none. */
export function decisionBehind(kind: keyof typeof madeBy, decisions: readonly DecisionView[]): DecisionView {
  const made = decisions.findLast(({ event }) => madeBy[kind].includes(event));
  if (made === undefined) throw new Error(`the record tells of no end that is ${kind}`);
  return made;
}
