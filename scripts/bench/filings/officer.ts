/** An officer who would grant everybody: only the rules keep him from it; what is adverse and nothing else, he refuses. */
import { mayGrant } from '../../../policy/guards/decision';
import type { Check } from '../../../domain/agencies';
import type { Reason } from '../../../domain/events';
import { takesPlace } from '../../../domain/permit-file';
import { findArticle } from '../../../policy/grounds';
import { daysToldIn } from '../../../policy/permit/registered-days';
import type { End } from './oracle';
import { officer, policyVersion, text, type CarriedStory } from './story';

export async function decideOn(story: CarriedStory): Promise<End> {
  if (isClear(story)) return grant(story, true);
  if (await tryToGrant(story)) return 'granted';
  judgeAdverse(story);
  if (await tryToGrant(story)) return 'granted';
  const { status, checks, documents, documentsMissing, permit } = story.file;
  if (status !== 'awaiting-decision' || documentsMissing.length > 0) return 'to-a-person';
  const against = Object.entries(checks ?? {}).find(([, { judgement }]) => judgement === 'adverse');
  const untrue = documents.some(({ judgement }) => judgement === 'adverse');
  if (against === undefined && !untrue) return permit?.place === 'none-left' ? 'no-place' : 'to-a-person';
  const ground = against === undefined ? 'false-data' : grounds[against[0] as Check];
  const reasons: Reason[] = [
    { ground, article: findArticle('temporary-permit', ground) ?? '', evidence: against?.[0] ?? 'documents' },
  ];
  story.act('decideApplication', officer, { outcome: 'refuse', version: null, reasons, text });
  return 'refused';
}

/** As the life of a permit asks before it proposes. */
function isClear({ file }: CarriedStory): boolean {
  const { permit, status } = file;
  const placed = permit === null || !takesPlace(permit) || permit.place === 'reserved';
  return status === 'awaiting-decision' && mayGrant(file) && placed;
}

async function grant(story: CarriedStory, proposed: boolean): Promise<End> {
  const { hands, tell } = story;
  const granted = grantOf(story);
  const term = await hands.term(granted);
  if (term === null) return 'to-a-person';
  const data = { outcome: 'grant' as const, reasons: [], text: null, hearing: false, term };
  if (proposed) tell([{ type: 'decision-proposed', data }]);
  const version = proposed ? story.file.seq : null;
  story.act('decideApplication', officer, { outcome: 'grant', version, reasons: [], text: null });
  const made = await hands.issue(granted);
  if (made.number !== null) tell([{ type: 'permit-issued', data: made }]);
  else tell([{ type: 'permit-not-issued', data: { term: made.term } }]);
  return made.number === null ? 'to-a-person' : 'granted';
}

/** With no proposal of the service: whether anything but the rules stands between him and a permit. */
async function tryToGrant(story: CarriedStory): Promise<boolean> {
  const { permit, status } = story.file;
  if (status !== 'awaiting-decision' || !mayGrant(story.file)) return false;
  if (permit !== null && takesPlace(permit)) {
    const place = await story.hands.reserve({ employerId: permit.employerId, byOfficer: true });
    if (place?.reserved !== true) return false;
  }
  return (await grant(story, false)) === 'granted';
}

function judgeAdverse(story: CarriedStory): void {
  for (const [check, { result, judgement }] of Object.entries(story.file.checks ?? {})) {
    if (result !== 'adverse' || judgement !== null) continue;
    story.act('judgeFinding', officer, { check: check as Check, judgement: 'adverse', reason: text });
  }
}

function grantOf({ file, invented }: CarriedStory) {
  const { caseId, personId, purpose, filing, filedOn } = invented;
  const window = file.permit?.window?.rule ?? 'first-filing';
  const kinship = file.checks?.['kinship-register']?.answer ?? null;
  const filed = { caseId, personId, purpose, filing, filedOn, policyVersion, formVersion: 1 };
  return { ...filed, window, decidedOn: filedOn, kinship, daysTold: daysToldIn(file) };
}

const grounds = {
  berkut: 'entry-banned',
  'criminal-registry': 'unspent-conviction',
  'iin-registry': 'identity-not-shown',
  'fingerprint-registry': 'no-fingerprints',
  'security-service': 'national-security',
  'migration-register': 'ground-not-shown',
  bank: 'false-data',
  'medical-registry': 'ground-not-shown',
  'permit-register': 'ground-not-shown',
  'labour-contracts': 'no-contract',
  'insurance-register': 'no-insurance',
  'kinship-register': 'sponsor-without-right',
} as const satisfies Record<Check, string>;
