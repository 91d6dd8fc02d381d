/** The life of a temporary permit, from what the registers know to its last day. */
import { continueAsNew, patched } from '@temporalio/workflow';
import type { Filing } from '../activities/ask-agencies';
import type { Act } from '../domain/acts';
import { theService } from '../domain/actor';
import type { CaseFile } from '../domain/case-file';
import { lawDate } from '../domain/law-day';
import { stateSources, type PlaceCount, type StateSource } from '../domain/permit';
import { takesPlace } from '../domain/permit-file';
import { stageOf } from '../domain/waiting';
import { mayGrant } from '../policy/guards/decision';
import { toldAtIn } from '../policy/permit/limit-values';
import { daysToldIn } from '../policy/permit/registered-days';
import { checkCompleteness, computeTerm, fetchStateData, issuePermit, reservePlace } from './activities';
import { untilReached } from './asking';
import { countPlace, countPlaces, isUncounted, tellNoneLeft } from './count-places';
import { byRule, filedIn, permitOf, placedIn } from './filed-permit';
import { gatherChecks } from './gather-checks';
import { beginLife, metaOfNews, type Life } from './life';
import { liveOn, liveThrough, type CaseOutcome, type Steps } from './live-through';
import type { Carried, Opening } from './messages';

export async function temporaryPermit(
  opening: Opening,
  carried: Carried | null = null,
): Promise<CaseOutcome> {
  const life: Life = beginLife(opening, carried, {
    decideApplication: (file, act) => makeWay(file, act, (count) => tellNoneLeft(life, count)),
  });
  const goOn = () => continueAsNew<typeof temporaryPermit>(opening, life.carry());
  return liveThrough(life, steps, goOn);
}

const steps: Steps = {
  'language-test': neverThere,
  form: fillIn,
  scoring: neverThere,
  verification: verify,
  interview: neverThere,
  decision: decide,
  closed: liveOn,
};

async function neverThere({ file }: Life): Promise<void> {
  throw new Error(`a temporary permit has no stage ${stageOf(file)}`);
}

/** What the registers know is fetched first; then the person corrects, completes and files. */
async function fillIn(life: Life): Promise<void> {
  await Promise.all(stateSources.map((source) => fetchFrom(life, source)));
  await life.until((file) => stageOf(file) !== 'form');
}

/** What its register says counts when it is recorded, and is not recorded after the deadline of the asking. */
async function fetchFrom(life: Life, source: StateSource): Promise<void> {
  const { caseId, personId, openedAt } = life.file;
  const { filing, employerId } = permitOf(life.file);
  const asked = { on: lawDate(openedAt), employerId, filing };
  const waiting = () => life.file.status === 'fetching' && life.file.permit?.fetched[source] === undefined;
  const requestId = `${caseId}.${source}.prefill`;
  const reply = await untilReached(waiting, async () => {
    const told = await fetchStateData({ caseId, personId, source, requestId, ...asked });
    return { ...told, kind: told.result };
  });
  if (reply === undefined || reply.result === 'unreachable' || !waiting()) return;
  const { result, pointers, answer } = reply;
  const ours = byRule(life, `not-due:${requestId}`);
  const { effectiveAt } = ours;
  if (patched('late-is-no-answer')) life.applyDueBy(effectiveAt, true);
  if (!waiting()) return;
  const theirs = metaOfNews(source, { effectiveAt, cause: `fetched:${requestId}` });
  await life.record(
    [{ type: 'state-data-fetched', data: { source, requestId, result, pointers, answer } }],
    result === 'not-due' ? ours : theirs,
  );
}

/** First the papers, then every agency that the purpose names. */
async function verify(life: Life): Promise<void> {
  if (life.file.status === 'checking-completeness') await completeness(life);
  const round = { over: false };
  const gathering = gatherChecks(life, filingOf).then(() => {
    round.over = true;
  });
  await Promise.all([gathering, countPlaces(life, round)]);
}

async function completeness(life: Life): Promise<void> {
  const handed = life.file.documents.map(({ kind }) => kind);
  const { employerId } = permitOf(life.file);
  const filed = filedIn(life.file);
  const data = await checkCompleteness({ ...filed, handed, employerId });
  if (life.file.status !== 'checking-completeness') return;
  const body = { type: 'completeness-checked' as const, data };
  await life.record([body], byRule(life, `completeness:${filed.formVersion}`));
}

/** Where nothing stands against it the grant is proposed by the rule; an officer decides; then the permit is made. */
async function decide(life: Life): Promise<void> {
  while (stageOf(life.file) === 'decision') {
    const { status, proposal, seq } = life.file;
    if (status === 'granting') await issue(life);
    else if (isUncounted(life.file) && patched('counted-before-a-decision')) await countPlace(life);
    else if (status === 'awaiting-decision' && proposal === null && isClear(life.file)) await propose(life);
    await life.until((file) => file.seq > seq || stageOf(file) !== 'decision');
  }
}

/** Nothing to judge is left, and whoever needs a place of an employer has one. */
function isClear(file: CaseFile): boolean {
  const permit = permitOf(file);
  return mayGrant(file) && (!takesPlace(permit) || permit.place === 'reserved');
}

async function propose(life: Life): Promise<void> {
  const { seq } = life.file;
  const term = await computeTerm(grantOf(life.file));
  if (term === null || life.file.seq !== seq) return;
  const data = { outcome: 'grant' as const, reasons: [], text: null, hearing: false, term };
  await life.record([{ type: 'decision-proposed', data }], byRule(life, `clear:${seq}`));
}

/** Where another permit of the person has taken every day of the term meanwhile, an officer decides anew. */
async function issue(life: Life): Promise<void> {
  const { statusSince: effectiveAt } = life.file;
  const data = await issuePermit(grantOf(life.file));
  if (life.file.status !== 'granting') return;
  const meta = { effectiveAt, actor: theService, causeId: `grant:${effectiveAt}` };
  if (data.number === null) {
    const { term } = data;
    return life.record([{ type: 'permit-not-issued', data: { term } }], meta);
  }
  const permit = permitOf(life.file);
  const taken = takesPlace(permit) && permit.place !== 'reserved' && patched('grant-tells-its-place');
  const issued = { ...data, ...(taken && { place: 'reserved' as const }) };
  await life.record([{ type: 'permit-issued', data: issued }], meta);
}

/** Before the officer hears yes: a day must be left on the day he decides, and a permit for an employer takes its place. */
async function makeWay(
  file: CaseFile,
  { data: { outcome }, effectiveAt }: Act<'decideApplication'>,
  tellNone: (count: PlaceCount) => Promise<void>,
) {
  if (outcome === 'refuse') return undefined;
  if ((await computeTerm({ ...grantOf(file), decidedOn: lawDate(effectiveAt) })) === null)
    return 'term-empty';
  if (!takesPlace(permitOf(file))) return undefined;
  const counted = await reservePlace({ ...placedIn(file), byOfficer: true });
  if (counted === null) throw new Error('an officer decides without a count too');
  const { reserved, ...count } = counted;
  if (!reserved) await tellNone(count);
  return reserved ? undefined : 'no-place-left';
}

function grantOf(file: CaseFile) {
  const { window, heldFrom, heldUntil } = permitOf(file);
  if (window === null) throw new Error('nothing says by which rule it was filed in time');
  const kinship = file.checks?.['kinship-register']?.answer ?? null;
  const decidedOn = lawDate(file.statusSince);
  const told = { kinship, heldFrom, heldUntil, toldAt: toldAtIn(file), daysTold: daysToldIn(file) };
  return { ...filedIn(file), window: window.rule, decidedOn, ...told };
}

function filingOf(file: CaseFile): Filing {
  const { formVersion, filedOn: on, purpose, filing, policyVersion } = filedIn(file);
  return { on, formVersion, purpose, filing, policyVersion, prefilled: true };
}
