/** The life of a temporary permit, from what the registers know to its last day. */
import { continueAsNew, patched } from '@temporalio/workflow';
import type { Filing } from '../activities/ask-agencies';
import type { Act } from '../domain/acts';
import { theService } from '../domain/actor';
import type { CaseFile } from '../domain/case-file';
import { lawDate } from '../domain/law-day';
import { stateSources, type StateSource } from '../domain/permit';
import type { PermitFile } from '../domain/permit-file';
import { stageOf } from '../domain/waiting';
import { mayGrant } from '../policy/guards/decision';
import { checkCompleteness, computeTerm, fetchStateData, issuePermit, reservePlace } from './activities';
import { untilReached } from './asking';
import { gatherChecks } from './gather-checks';
import { beginLife, metaOfNews, type Life } from './life';
import { liveOn, liveThrough, type CaseOutcome, type Steps } from './live-through';
import type { Carried, Opening } from './messages';

export async function temporaryPermit(
  opening: Opening,
  carried: Carried | null = null,
): Promise<CaseOutcome> {
  const life = beginLife(opening, carried, { decideApplication: makeWay });
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
  const { caseId, personId } = life.file;
  const waiting = () => life.file.status === 'fetching' && life.file.permit?.fetched[source] === undefined;
  const requestId = `${caseId}.${source}.prefill`;
  const reply = await untilReached(waiting, async () => {
    const told = await fetchStateData({ caseId, personId, source, requestId });
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
  await Promise.all([gatherChecks(life, filingOf), countPlaces(life)]);
}

/** When the register has said how many permits the employer holds elsewhere, a place is reserved, or there is none. */
async function countPlaces(life: Life): Promise<void> {
  const inVerification = () => stageOf(life.file) === 'verification';
  const { caseId, permit } = life.file;
  const employerId = permit?.employerId ?? null;
  if (employerId === null) return;
  const told = ({ checks, permit: now }: CaseFile) =>
    now?.place === null && (checks?.['permit-register']?.result ?? null) !== null;
  await life.until((file) => told(file) || !inVerification());
  if (!told(life.file)) return;
  const { reserved, ...count } = await reservePlace({ caseId, employerId });
  if (life.file.permit?.place !== null || !inVerification()) return;
  const type = reserved ? 'place-reserved' : 'place-refused';
  await life.record([{ type, data: count }], byRule(life, `place:${life.file.seq}`));
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
    else if (status === 'awaiting-decision' && proposal === null && isClear(life.file)) await propose(life);
    await life.until((file) => file.seq > seq || stageOf(file) !== 'decision');
  }
}

/** Nothing to judge is left, and an employer has a place. */
function isClear(file: CaseFile): boolean {
  const { employerId, place } = permitOf(file);
  return mayGrant(file) && (employerId === null || place === 'reserved');
}

async function propose(life: Life): Promise<void> {
  const { seq } = life.file;
  const term = await computeTerm(grantOf(life.file));
  if (term === null || life.file.seq !== seq) return;
  const data = { outcome: 'grant' as const, reasons: [], text: null, hearing: false, term };
  await life.record([{ type: 'decision-proposed', data }], byRule(life, `clear:${seq}`));
}

async function issue(life: Life): Promise<void> {
  const { statusSince: effectiveAt } = life.file;
  const data = await issuePermit(grantOf(life.file));
  if (life.file.status !== 'granting') return;
  const { employerId, place } = permitOf(life.file);
  const taken = employerId !== null && place !== 'reserved' && patched('grant-tells-its-place');
  const issued = { ...data, ...(taken && { place: 'reserved' as const }) };
  await life.record([{ type: 'permit-issued', data: issued }], {
    effectiveAt,
    actor: theService,
    causeId: `grant:${effectiveAt}`,
  });
}

/** Before the officer hears yes: a day must be left on the day he decides, and an employer's permit takes its place. */
async function makeWay(file: CaseFile, { data: { outcome }, effectiveAt }: Act<'decideApplication'>) {
  if (outcome === 'refuse') return undefined;
  if ((await computeTerm({ ...grantOf(file), decidedOn: lawDate(effectiveAt) })) === null)
    return 'term-empty';
  const { employerId } = permitOf(file);
  if (employerId === null) return undefined;
  const { reserved } = await reservePlace({ caseId: file.caseId, employerId });
  return reserved ? undefined : 'no-place-left';
}

function grantOf(file: CaseFile) {
  const { window, heldFrom } = permitOf(file);
  if (window === null) throw new Error('nothing says by which rule it was filed in time');
  const kinship = file.checks?.['kinship-register']?.answer ?? null;
  return { ...filedIn(file), window: window.rule, decidedOn: lawDate(file.statusSince), kinship, heldFrom };
}

function filedIn(file: CaseFile) {
  const { caseId, personId, form } = file;
  if (form === null) throw new Error('nothing was filed');
  const { filing, purpose } = permitOf(file);
  return { caseId, personId, filing, purpose, formVersion: form.version, filedOn: lawDate(form.submittedAt) };
}

function permitOf({ permit }: CaseFile): PermitFile {
  if (permit === null) throw new Error('the case is not about a permit');
  return permit;
}

function filingOf(file: CaseFile): Filing {
  const { formVersion, filedOn: on, purpose } = filedIn(file);
  return { on, formVersion, purpose, prefilled: true };
}

function byRule({ file }: Life, causeId: string) {
  const now = new Date().toISOString();
  return { effectiveAt: now > file.lastAt ? now : file.lastAt, actor: theService, causeId };
}
