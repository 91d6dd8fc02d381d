/** What a contradiction does to a case that is decided: it proposes to reopen it, joins the proposal, or says nothing new. */
import type { CaseFile, CheckFile } from '../domain/case-file';
import type { CheckNews } from '../domain/news';
import { contradictionsOf } from '../domain/permit-file';
import { isClosed } from '../domain/statuses';

type Reopening = 'reopening-proposed' | 'reopening-joined';

/**
 * The event of a contradiction that was found; undefined where nothing decided stands, or where just this was put to the
 * people who look at the decision since its agency was last asked. One proposal is open at a time: what comes meanwhile
 * joins it.
 */
export function reopeningBy(file: CaseFile, found: CheckFile, news: CheckNews): Reopening | undefined {
  const { reopening } = file;
  if (!isDecided(file)) return undefined;
  if (reopening === null) return 'reopening-proposed';
  if (wasPut(file, found, news)) return undefined;
  return reopening.outcome === null ? 'reopening-joined' : 'reopening-proposed';
}

/** What was heard from the beginning: the first contradiction alone, and only of a decision with nothing under way. */
export function heardBefore({ status, reopening }: CaseFile): boolean {
  return reopening === null && (status === 'granted' || status === 'refused');
}

/** A grant without its number yet is decided, and so is one of which the annulment is proposed or heard. */
function isDecided({ status, proposal, overAt }: CaseFile): boolean {
  if (overAt !== null) return false;
  const toBeAnnulled = proposal?.outcome === 'annul' && !isClosed(status);
  return status === 'granting' || status === 'granted' || status === 'refused' || toBeAnnulled;
}

/** The same codes of the same agency; one that was asked anew since has said something of its own in between. */
function wasPut({ reopening }: CaseFile, { asks }: CheckFile, { check, codes }: CheckNews): boolean {
  if (reopening === null) return false;
  return [...(reopening.earlier ?? []), ...contradictionsOf(reopening)].some(
    (put) => put.check === check && (put.ask ?? asks) === asks && areSame(put.codes, codes),
  );
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((code) => others.includes(code));
}
