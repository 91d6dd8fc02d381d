/** What changes in the file of a temporary permit, and in any case whose decision a later answer contradicts. */
import type { CaseFile } from '../case-file';
import type { PermitEvents } from '../events/permit';
import { lawDate } from '../law-day';
import type { PermitFile } from '../permit-file';
import { stateSources } from '../permit';
import { withoutDecision } from './decision';
import type { Folds } from './fold';
import { openChecks } from './form';
import { earlierThan, judgedAnew, judgedFirst, laterAnswer, withProposalOvertaken } from './reopening';

type Certificate = NonNullable<CaseFile['certificate']>;

export const permitFolds: Folds<keyof PermitEvents> = {
  'state-data-fetched': (file, { data: { source, result, pointers }, effectiveAt }) => {
    const known = { result, pointers, at: effectiveAt };
    const permit = changed(file, { fetched: { ...file.permit?.fetched, [source]: known } });
    const complete = stateSources.every((each) => permit.fetched[each] !== undefined);
    return { permit, ...(complete && { status: 'awaiting-form' as const }) };
  },
  'completeness-checked': (file, { data: { owed, missing, checks, ...said }, effectiveAt }) => ({
    status: missing.length > 0 ? 'awaiting-documents' : 'verification',
    permit: changed(file, { owed, ...said }),
    documentsRequested: missing,
    checks: openChecks(file.checks, checks, effectiveAt),
  }),
  'place-reserved': (file) => ({ permit: changed(file, { place: 'reserved' }) }),
  'place-refused': (file) => ({ permit: changed(file, { place: 'none-left' }) }),
  'permit-issued': (file, { data: { number, term, renews, place } }) => ({
    status: 'granted',
    permit: changed(file, { term, renews, ...(place && { place }) }),
    certificate: { number, validFrom: term.validFrom, validUntil: term.validUntil, remindedAt: null },
  }),
  'permit-not-issued': (file, { effectiveAt }) => ({
    status: 'awaiting-decision',
    proposal: null,
    ...(file.reopening?.outcome === null && {
      ...judgedFirst(file, effectiveAt),
      ...withProposalOvertaken(file),
    }),
  }),
  'change-claimed': (file, { data, actor, seq, effectiveAt }) => {
    const claim = { seq, ...data, claimedAt: effectiveAt, claimedBy: actor, outcome: null };
    return { permit: changed(file, { claim }) };
  },
  'change-decided': (file, { data: { outcome } }) => {
    const claim = file.permit?.claim;
    if (claim === undefined) throw new Error('no change was claimed');
    return { permit: changed(file, { claim: { ...claim, outcome } }) };
  },
  'change-reported': ({ certificate }, { data: { validUntil }, effectiveAt }) => ({
    certificate:
      certificate && validUntil !== null ? shortened(certificate, validUntil, effectiveAt) : certificate,
  }),
  'reopening-proposed': (file, { data, seq }) => ({
    reopening: { seq, ...laterAnswer(data), ...earlierThan(file), supportedBy: null, outcome: null },
  }),
  'reopening-joined': ({ reopening }, { data }) => ({
    reopening: reopening && {
      ...reopening,
      joined: [...(reopening.joined ?? []), laterAnswer(data)],
      supportedBy: null,
    },
  }),
  'reopening-supported': ({ reopening }, { actor }) => ({
    reopening: reopening && { ...reopening, supportedBy: actor.id },
  }),
  'reopening-decided': (file, { data: { outcome, heldFrom, heldUntil }, effectiveAt }) => {
    const held = {
      ...(heldFrom !== undefined && { heldFrom }),
      ...(heldUntil !== undefined && { heldUntil }),
    };
    const permit = file.permit && { ...file.permit, ...held };
    return {
      reopening: file.reopening && { ...file.reopening, outcome },
      ...(outcome === 'reopen' && reopened({ ...file, permit }, effectiveAt)),
    };
  },
};

/** Whoever is told that a permit has ended is not reminded of its end. */
function shortened(permit: Certificate, validUntil: string, at: string): Certificate {
  const remindedAt = validUntil <= lawDate(at) ? at : permit.remindedAt;
  return { ...permit, validUntil, remindedAt };
}

/** The decision falls; the case goes on where each contradicting answer has to be judged, on a clock of its own. */
function reopened(file: CaseFile, at: string): Partial<CaseFile> {
  return {
    checks: judgedAnew(file, at).checks,
    ...withoutDecision(file, at),
    status: 'verification',
    certificate: null,
  };
}

function changed({ permit }: CaseFile, change: Partial<PermitFile>): PermitFile {
  if (permit === null) throw new Error('the case is not about a permit');
  return { ...permit, ...change };
}
