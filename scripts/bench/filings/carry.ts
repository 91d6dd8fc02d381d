/** One filing from the opening to its end, by the product's own rules; only Temporal is not there. */
import type { Check } from '../../../domain/agencies';
import type { CaseFile } from '../../../domain/case-file';
import type { DocumentKind } from '../../../domain/events';
import { stateSources, type StateSource } from '../../../domain/permit';
import { takesPlace } from '../../../domain/permit-file';
import { findPermitFormFaults } from '../../../domain/permit-form';
import { eventsOfCheckNews } from '../../../policy/events-of-news';
import { documentsOwed } from '../../../policy/permit/documents-owed';
import { findSponsorRightFaults } from '../../../policy/permit/sponsor-right';
import { formAsUsed, useValues } from '../../../policy/permit/uses';
import { readFilingWindow } from '../../../policy/permit/window';
import type { Hands, Letter } from './hands';
import type { InventedFiling } from './invented-filing';
import { decideOn } from './officer';
import type { End, Verdict } from './oracle';
import { applicant, officer, openStory, policyVersion, text, type CarriedStory } from './story';

export interface Carried extends Verdict {
  number: string | null;
  file: CaseFile;
}

/** So often an agency is asked that does not answer. */
const mostAsks = 12;

/** Throws where a rule says something that no filing of ours allows. */
export async function carry(invented: InventedFiling, hands: Hands): Promise<Carried> {
  const story = openStory(invented, hands);
  hands.hear((letter) => takeNews(story, letter));
  open(story);
  await Promise.all(stateSources.map((source) => fetchFrom(story, source)));
  await story.keep();
  const filed = await handIn(story);
  await story.keep();
  if (!filed) return endOf(story, 'turned-away');
  await verify(story);
  const end = await decideOn(story);
  await story.keep();
  return endOf(story, end);
}

function endOf({ file }: CarriedStory, end: End): Carried {
  const term = file.certificate;
  return {
    end,
    file,
    number: term?.number ?? null,
    term: term && { validFrom: term.validFrom, validUntil: term.validUntil },
  };
}

function open({ invented, tell }: CarriedStory): void {
  const { personId, purpose, filing, employer } = invented;
  const permit = { filing, purpose, employerId: employer?.employerId ?? null };
  const versions = { policyVersion, calendar: 'kz-2026-03' };
  const data = { region: 'abai', applicantId: 'applicant', personId, personSha256: text.sha256 } as const;
  tell([{ type: 'application-opened', data: { kind: 'temporary-permit', permit, ...data, ...versions } }]);
}

async function fetchFrom({ invented, hands, tell }: CarriedStory, source: StateSource) {
  const requestId = `${invented.caseId}.${source}.prefill`;
  const fetched = await hands.fetch(source, requestId);
  tell([{ type: 'state-data-fetched', data: { ...fetched, requestId } }]);
}

/** False where the door has something against it: the window is closed, or a paper has ended by what its register says. */
async function handIn(story: CarriedStory): Promise<boolean> {
  const { invented, hands } = story;
  const { form, purpose, filing, filedOn, person, passport } = invented;
  const found = await hands.prefilled();
  const used = formAsUsed(form, found, policyVersion);
  const currentUntil = used.currentPermit?.validUntil ?? null;
  const reading = readFilingWindow({ filing, currentUntil, finedOn: used.fine?.decidedOn, filedOn });
  const faults = [
    ...findPermitFormFaults(used, { purpose, filing, filedOn, person }),
    ...findSponsorRightFaults(used, { purpose, filedOn }),
  ];
  if (!reading.ok || faults.length > 0) return false;
  const { citizenship, bornOn } = person;
  const owed = documentsOwed({
    ...{ purpose, filing, citizenship, bornOn, form: used, found, filedOn, policyVersion },
  });
  const handed = owed.filter(
    ({ kind }) => kind !== 'passport' || passport === 'handed' || passport === 'false',
  );
  const documents = handed.map(({ kind }) => paperOf(kind));
  const permit = { uses: useValues(form, found, policyVersion), window: reading.window };
  const data = { version: 1, sha256: text.sha256, documents, permit };
  story.act('submitForm', applicant, data);
  return true;
}

function paperOf(kind: DocumentKind) {
  return { documentId: `document-${kind}`, kind, sha256: text.sha256 };
}

async function verify(story: CarriedStory): Promise<void> {
  const { invented, hands, tell } = story;
  const { caseId, personId, purpose, filing, filedOn, employer, passport } = invented;
  const handed = story.file.documents.map(({ kind }) => kind);
  const filed = { caseId, personId, purpose, filing, filedOn, policyVersion, formVersion: 1, handed };
  const data = await hands.completeness({ ...filed, employerId: employer?.employerId ?? null });
  tell([{ type: 'completeness-checked', data }]);
  if (data.missing.length > 0 && passport === 'later') {
    const documents = data.missing.map(paperOf);
    story.act('provideDocuments', applicant, { documents });
  } else if (data.missing.length > 0) {
    tell([{ type: 'turn-lapsed', data: { turn: 'documents' } }]);
  }
  const findings = story.file.documents
    .filter(({ kind }) => kind !== 'medical-certificate')
    .map(({ documentId, kind }) => {
      const untrue = kind === 'passport' && passport === 'false';
      return { documentId, judgement: untrue ? ('adverse' as const) : ('clear' as const) };
    });
  if (findings.length > 0) story.act('judgeDocuments', officer, { findings, reason: text });
  await Promise.all(data.checks.map((check) => askAbout(story, check)));
}

async function askAbout(story: CarriedStory, check: Check): Promise<void> {
  const { hands, tell, invented } = story;
  for (let ask = 1; ask <= mostAsks; ask += 1) {
    const requestId = `${invented.caseId}.${check}.${ask}`;
    const reply = await hands.ask(check, requestId);
    if (reply.kind === 'not-due') tell([{ type: 'check-not-due', data: { check, codes: reply.codes } }]);
    if (reply.kind === 'answered') takeNews(story, { ...reply.news, check, requestId });
    const isThere = () => (story.file.checks?.[check]?.result ?? null) !== null;
    if (reply.kind === 'accepted') await hands.awaitLetter(isThere);
    if (invented.contradicted && check === 'criminal-registry') await hands.awaitLetter(isTakenBack(story));
    if (isThere()) break;
    tell([{ type: 'check-chased', data: { check, ask: ask + 1 } }]);
  }
  if ((story.file.checks?.[check]?.result ?? null) === null)
    tell([{ type: 'check-unanswered', data: { check } }]);
  if (check === 'permit-register') await countPlace(story);
}

/** Who takes an answer back does so before anybody decides. */
function isTakenBack(story: CarriedStory): () => boolean {
  return () => story.file.checks?.['criminal-registry']?.codes.includes('contradicted') === true;
}

/** Every copy is handed to the rules, which keep those that change nothing. */
function takeNews({ file, tell }: CarriedStory, letter: Letter): void {
  const news = { ...letter, effectiveAt: file.lastAt, cause: `letter:${letter.answer.answerId}` };
  tell(eventsOfCheckNews(file, news), { id: letter.check, role: 'agency' });
}

/** Where the register says how many there are; a silent one leaves it to a person. */
async function countPlace({ file: { permit }, hands, tell }: CarriedStory): Promise<void> {
  if (permit === null || !takesPlace(permit)) return;
  const counted = await hands.reserve({ employerId: permit.employerId });
  if (counted === null) return;
  const { reserved, ...count } = counted;
  tell([{ type: reserved ? 'place-reserved' : 'place-refused', data: count }]);
}
