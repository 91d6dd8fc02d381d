/** The life of a temporary permit, from what the registers know to its last day. */
import { continueAsNew } from '@temporalio/workflow';
import type { Filing } from '../activities/ask-agencies';
import { theService } from '../domain/actor';
import type { CaseFile, PermitFile } from '../domain/case-file';
import { lawDate } from '../domain/law-day';
import { stateSources, type StateSource } from '../domain/permit';
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
  const life = beginLife(opening, carried, { decideApplication: takePlace });
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

async function fetchFrom(life: Life, source: StateSource): Promise<void> {
  const { caseId, personId } = life.file;
  const waiting = () => life.file.status === 'fetching' && life.file.permit?.fetched[source] === undefined;
  const requestId = `${caseId}.${source}.prefill`;
  const reply = await untilReached(waiting, () => fetchStateData({ caseId, personId, source, requestId }));
  if (reply === undefined || !waiting()) return;
  const { effectiveAt, result, pointers, answer } = reply;
  const meta = metaOfNews(source, { effectiveAt, cause: `fetched:${requestId}` });
  await life.record(
    [{ type: 'state-data-fetched', data: { source, requestId, result, pointers, answer } }],
    meta,
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
  const { caseId, policyVersion, permit } = life.file;
  if (permit?.employerId == null) return;
  const told = ({ checks, permit: now }: CaseFile) =>
    now?.place === null && checks?.['permit-register']?.result != null;
  await life.until((file) => told(file) || !inVerification());
  if (!told(life.file)) return;
  const { reserved, ...count } = await reservePlace({ caseId, policyVersion, employerId: permit.employerId });
  if (life.file.permit?.place !== null || !inVerification()) return;
  const type = reserved ? 'place-reserved' : 'place-refused';
  await life.record([{ type, data: count }], byRule(life, `place:${life.file.seq}`));
}

async function completeness(life: Life): Promise<void> {
  const { caseId, policyVersion, documents } = life.file;
  const form = formOf(life.file);
  const { filing, purpose } = permitOf(life.file);
  const handed = documents.map(({ kind }) => kind);
  const asked = { caseId, policyVersion, filing, purpose, handed, ...form };
  const data = await checkCompleteness(asked);
  if (life.file.status !== 'checking-completeness') return;
  await life.record(
    [{ type: 'completeness-checked', data }],
    byRule(life, `completeness:${form.formVersion}`),
  );
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
  const term = await computeTerm(grantOf(life));
  if (life.file.seq !== seq) return;
  const data = { outcome: 'grant' as const, reasons: [], text: null, hearing: false, term };
  await life.record([{ type: 'decision-proposed', data }], byRule(life, `clear:${seq}`));
}

async function issue(life: Life): Promise<void> {
  const { statusSince } = life.file;
  const data = await issuePermit(grantOf(life));
  if (life.file.status !== 'granting') return;
  await life.record([{ type: 'permit-issued', data }], {
    ...byRule(life, `grant:${statusSince}`),
    effectiveAt: statusSince,
  });
}

/** A grant for an employer takes its place before the officer hears yes. */
async function takePlace({ caseId, policyVersion, permit }: CaseFile, { outcome }: { outcome: string }) {
  if (outcome !== 'grant' || permit?.employerId == null) return undefined;
  const { reserved } = await reservePlace({ caseId, policyVersion, employerId: permit.employerId });
  return reserved ? undefined : 'no-place-left';
}

function grantOf({ file }: Life) {
  const { caseId, personId, policyVersion, statusSince } = file;
  const { filing, purpose, employerId } = permitOf(file);
  const decidedOn = lawDate(statusSince);
  return { caseId, personId, policyVersion, filing, purpose, employerId, decidedOn, ...formOf(file) };
}

function formOf({ form }: CaseFile): { formVersion: number; filedOn: string } {
  if (form === null) throw new Error('nothing was filed');
  return { formVersion: form.version, filedOn: lawDate(form.submittedAt) };
}

function permitOf({ permit }: CaseFile): PermitFile {
  if (permit === null) throw new Error('the case is not about a permit');
  return permit;
}

function filingOf(file: CaseFile): Filing {
  const { formVersion, filedOn: on } = formOf(file);
  return { on, formVersion };
}

function byRule({ file }: Life, causeId: string) {
  const now = new Date().toISOString();
  return { effectiveAt: now > file.lastAt ? now : file.lastAt, actor: theService, causeId };
}
