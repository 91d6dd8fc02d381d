/** A case that lives: its file, the acts and news that change it, the record it writes and the deadlines it keeps. */
import { condition, patched, setHandler } from '@temporalio/workflow';
import { ApplicationFailure, type UpdateDefinition } from '@temporalio/common';
import type { Act, ActReceipt } from '../domain/acts';
import { applyEvent } from '../domain/apply-event';
import type { CaseFile } from '../domain/case-file';
import type { Outage } from '../domain/clock';
import type { CaseEvent, EventBody, EventMeta } from '../domain/events';
import { theService } from '../domain/actor';
import type { AgencyName } from '../domain/agencies';
import type { News } from '../domain/news';
import type { ProblemCode } from '../domain/problems';
import { updateVerbs, type UpdateVerb } from '../domain/verbs';
import { asOf, deadlinesOf, eventOfDeadline, findDueBy, type Deadline } from '../policy/deadlines';
import { eventsOfDelivery } from '../policy/events-of-delivery';
import { eventsOfCertificateNews, eventsOfTestNews } from '../policy/events-of-news';
import { whyNoLonger, whyNot } from '../policy/moves';
import { withOutages } from '../policy/outages';
import { letsActsGoFirst } from './acts-first';
import { appendEvents } from './activities';
import { hearCheckNews } from './check-news';
import { eventsMade } from './events-made';
import { outagesNoted } from './outages-noted';
import { createRecorder } from './recorder';
import * as messages from './messages';

/** What the file of a case did not say before there were two kinds of case. */
const unknownBefore = { kind: 'permanent-residence', permit: null, reopening: null, steppedBack: [] };

/** How many answered acts a run hands to the next, so that a repeat is still known. */
const heardCarried = 500;

/**
 * What cannot be known without looking it up: asked when the rules have already said yes, and before anything is
 * recorded. A code refuses the act.
 */
type LookUp<V extends UpdateVerb> = (file: CaseFile, act: Act<V>) => Promise<ProblemCode | undefined>;
type LookUps = { [V in UpdateVerb]?: LookUp<V> };

/** Sets every handler at once, before anything is awaited. */
export function beginLife(
  opening: messages.Opening,
  carried: messages.Carried | null,
  lookUps: LookUps = {},
) {
  const { caseId } = opening;
  const heard: messages.Heard = { ...carried?.heard };
  const heardNews = new Set(carried?.heardNews);
  let file =
    (carried && { ...unknownBefore, ...carried.file }) ?? applyEvent(caseId, null, openingEvent(opening));
  let pending: string | null = null;
  const recorder = createRecorder((events) => appendEvents({ caseId, events }), carried?.file.seq ?? 0);
  if (carried === null) recorder.add(openingEvent(opening));

  function place(event: CaseEvent): void {
    file = applyEvent(caseId, file, event);
    recorder.add(event);
  }

  /** The file changes at once, the record when it can. */
  function tell(bodies: EventBody[], meta: EventMeta): void {
    for (const body of bodies) place({ ...body, ...meta, seq: file.seq + 1 });
  }

  /** Resolves when the record has it. */
  function record(bodies: EventBody[], meta: EventMeta): Promise<void> {
    tell(bodies, meta);
    return recorder.committed(file.seq);
  }

  /** Resolves when the record has them. */
  function noteOutages(known: readonly Outage[]): Promise<void> {
    outagesNoted(file, known).forEach(place);
    return recorder.committed(file.seq);
  }

  /** What was due by an instant happens before what came at that instant, except where acts still go first. */
  function applyDueBy(instant: string, spareActs: boolean): void {
    let due = findDueBy(file, instant);
    while (due !== undefined && !(spareActs && letsActsGoFirst(due))) {
      place(eventOfDeadline(file, due));
      due = findDueBy(file, instant);
    }
  }

  async function hear<V extends UpdateVerb>(verb: V, act: Act<V>): Promise<ActReceipt> {
    const before = heard[act.intake];
    if (before !== undefined) {
      await recorder.committed(before.seq);
      return before;
    }
    const ask = lookUps[verb];
    if (ask !== undefined) refuseFor((await lookUp(ask, act)) ?? whyNoLonger(verb, fileAt(act), act));
    outagesNoted(file, act.outages).forEach(place);
    applyDueBy(act.effectiveAt, false);
    const { actor, effectiveAt, intake } = act;
    tell(eventsMade(verb, file, act), { actor, effectiveAt, causeId: `intake:${intake}` });
    const receipt = { seq: file.seq, status: file.status };
    heard[intake] = receipt;
    await recorder.committed(receipt.seq);
    return receipt;
  }

  /** One act at a time is looked up; what came meanwhile may have made it impossible. */
  function lookUp<V extends UpdateVerb>(ask: LookUp<V>, act: Act<V>): Promise<ProblemCode | undefined> {
    pending = act.intake;
    return ask(file, act).finally(() => (pending = null));
  }

  function fileAt({ outages, effectiveAt }: Act<UpdateVerb>): CaseFile {
    return asOf(withOutages(file, outages), effectiveAt);
  }

  function refuse<V extends UpdateVerb>(verb: V, act: Act<V>): void {
    if (heard[act.intake] !== undefined) return;
    refuseFor(pending === null ? whyNot(verb, fileAt(act), act) : 'act-under-way');
  }

  function answerTo<V extends UpdateVerb>(verb: V): void {
    const update: UpdateDefinition<ActReceipt, [Act<V>]> = messages.actUpdates[verb];
    setHandler(update, (act) => hear(verb, act), { validator: (act) => refuse(verb, act) });
  }
  for (const verb of updateVerbs) answerTo(verb);

  setHandler(messages.openApplication, async () => {
    await recorder.committed(1);
    return { seq: 1, status: applyEvent(caseId, null, openingEvent(opening)).status };
  });
  /** Delivered again after a lost answer, a letter is the same letter. */
  function take<N extends News>(
    news: N,
    agency: AgencyName,
    eventsOf: (file: CaseFile, news: N) => EventBody[],
  ): void {
    if (heardNews.has(news.cause)) return;
    heardNews.add(news.cause);
    applyDueBy(news.effectiveAt, true);
    tell(eventsOf(file, news), metaOfNews(agency, news));
  }
  setHandler(messages.receiveTestResult, (news) => take(news, 'testing-centre', eventsOfTestNews));
  setHandler(messages.receiveCertificateConfirmation, (news) =>
    take(news, 'testing-centre', eventsOfCertificateNews),
  );
  setHandler(messages.receiveAgencyAnswer, (news) => take(news, news.check, hearCheckNews));
  setHandler(messages.receiveDelivery, (news) => {
    if (heardNews.has(news.cause)) return;
    heardNews.add(news.cause);
    applyDueBy(news.effectiveAt, true);
    const { effectiveAt, cause } = news;
    const staysOver = () => patched('an-ended-term-stays-over');
    tell(eventsOfDelivery(file, news, staysOver), { effectiveAt, causeId: cause, actor: theService });
  });
  setHandler(messages.caseFileQuery, () => file);

  return {
    recorder,
    record,
    recordDeadline(event: CaseEvent): Promise<void> {
      place(event);
      return recorder.committed(file.seq);
    },
    get file(): CaseFile {
      return file;
    },
    get nextDeadline(): Deadline | undefined {
      return deadlinesOf(file)[0];
    },
    applyDueBy,
    noteOutages,
    hasHeard: (intake: string) => heard[intake] !== undefined || heardNews.has(`intake:${intake}`),
    until: (holds: (file: CaseFile) => boolean) => condition(() => holds(file)),
    carry: (): messages.Carried => ({
      file,
      heard: latest(heard),
      heardNews: [...heardNews].slice(-heardCarried),
    }),
  };
}
export type Life = ReturnType<typeof beginLife>;

function refuseFor(code: ProblemCode | undefined): void {
  if (code !== undefined) throw ApplicationFailure.nonRetryable(`refused: ${code}`, code);
}

export function metaOfNews(
  agency: string,
  { effectiveAt, cause }: { effectiveAt: string; cause: string },
): EventMeta {
  return { effectiveAt, causeId: cause, actor: { id: agency, role: 'agency' } };
}

function openingEvent({ data, effectiveAt, actor, intake }: messages.Opening): CaseEvent {
  return { type: 'application-opened', data, effectiveAt, actor, causeId: `intake:${intake}`, seq: 1 };
}

function latest(heard: messages.Heard): messages.Heard {
  return Object.fromEntries(Object.entries(heard).slice(-heardCarried));
}
