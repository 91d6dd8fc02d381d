/** A proposal as whoever decides reads it: with all that it rests on, and what would stand in a refusal. */
import type { Static } from 'typebox';
import { theService } from '../../domain/actor';
import { checks } from '../../domain/agencies';
import type { CaseFile } from '../../domain/case-file';
import type { CaseEvent } from '../../domain/events';
import { lawDate } from '../../domain/law-day';
import type { CaseStatus } from '../../domain/statuses';
import { draftReasons } from '../../policy/permit/draft-reasons';
import { sourceOfWindow } from '../../policy/permit/window';
import type { DraftReason, Proposal } from '../schemas/proposal';
import { findProposedTerm } from './permit-view';

interface Told {
  events: readonly CaseEvent[];
  texts: ReadonlyMap<string, string>;
}

type Seen = Static<typeof Proposal>;
type Basis = NonNullable<Seen['basis']>;

export function viewProposal(file: CaseFile, { events, texts }: Told): Seen | null {
  const { proposal } = file;
  if (proposal === null) return null;
  return {
    ...proposal,
    text: proposal.text && (texts.get(proposal.text.textId) ?? null),
    term: findProposedTerm(file, events),
    basis: findBasis(file, events),
  };
}

/** Of a permit that the service proposes itself. Whatever changes a finding takes the proposal away: it stands on what stands. */
function findBasis(file: CaseFile, events: readonly CaseEvent[]): Basis | null {
  if (file.kind !== 'temporary-permit' || file.proposal?.proposedBy !== theService.id) return null;
  return { ...viewFound(file), window: viewWindow(file), place: findCount(file, events) };
}

function viewFound({ checks: found, documents }: CaseFile): Pick<Basis, 'checks' | 'papers'> {
  return {
    checks: checks.flatMap((check) => {
      const known = found?.[check];
      if (known === undefined) return [];
      const { result, codes, answer, answeredAt: receivedAt, judgedBy } = known;
      return [{ check, result, codes, answer, receivedAt, judgedBy }];
    }),
    papers: documents.map(({ documentId, kind, judgement, judgedBy }) => {
      return { documentId, kind, judgement, judgedBy };
    }),
  };
}

function viewWindow({ form, permit }: CaseFile): Basis['window'] {
  if (form === null || permit === null || permit.window === null) return null;
  const { rule, lastDay } = permit.window;
  return { rule, lastDay, source: sourceOfWindow(rule, lawDate(form.submittedAt)) };
}

function findCount({ permit }: CaseFile, events: readonly CaseEvent[]): Basis['place'] {
  const counted = events.findLast(({ type }) => type === 'place-reserved');
  return permit?.place === 'reserved' && counted?.type === 'place-reserved' ? counted.data : null;
}

const undecided: readonly CaseStatus[] = ['awaiting-judgement', 'awaiting-decision'];

/** While an officer judges or decides on a permit; at any other time none. */
export function viewDraftReasons(file: CaseFile): Static<typeof DraftReason>[] {
  if (file.kind !== 'temporary-permit' || !undecided.includes(file.status)) return [];
  return draftReasons(file);
}
