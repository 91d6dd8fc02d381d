/** The form of a temporary residence permit: one schema gives the type, the checks and the document. */
import { Type, type Static } from 'typebox';
import { draftOf } from './form/draft';
import type { FormFault } from './form/faults';
import { section } from './form/fields';
import { CurrentPermit, Fine, findPermitPaperFaults, Insurance } from './permit-form/current-permit';
import { Employment, findWorkFaults } from './permit-form/employment';
import { Family, findMemberFaults } from './permit-form/family';
import { findGroundLostFaults, GroundLost } from './permit-form/ground-lost';
import { findPassportFaults, Passport } from './permit-form/passport';
import { findPurposeFaults, findRequestFaults, Request, Study, Treatment } from './permit-form/purpose';
import { findSectionsMissing, type PermitFiling } from './permit-form/sections';
import { findSponsorFaults, Sponsor } from './permit-form/sponsor';
import { findStayFaults, Stay } from './permit-form/stay';

/** Which of the optional sections are needed depends on purpose and filing: see `sectionsOf`. */
export const PermitForm = section(
  {
    passport: Passport,
    stay: Stay,
    family: Family,
    sponsor: Type.Optional(Sponsor),
    employment: Type.Optional(Employment),
    study: Type.Optional(Study),
    treatment: Type.Optional(Treatment),
    insurance: Type.Optional(Insurance),
    currentPermit: Type.Optional(CurrentPermit),
    fine: Type.Optional(Fine),
    groundLost: Type.Optional(GroundLost),
    request: Type.Optional(Request),
  },
  'The form of a temporary residence permit, section by section.',
);
export type PermitForm = Static<typeof PermitForm>;

/** A draft may be of any completeness, but never hold a field that the form does not know. */
export const PermitDraft = draftOf(PermitForm, 'The form of the permit so far.');
export type PermitDraft = Static<typeof PermitDraft>;

/** What the shape cannot say, of a form of any completeness: every fault at once, by JSON pointer. Pure. */
export function findPermitFormFaults(form: PermitDraft, filing: PermitFiling): FormFault[] {
  return [
    ...findSectionsMissing(form, filing),
    ...findPassportFaults(form, filing),
    ...findStayFaults(form.stay ?? {}, filing),
    ...findMemberFaults(form.family ?? {}, filing),
    ...findSponsorFaults(form.sponsor, filing),
    ...findWorkFaults(form.employment, filing),
    ...findPurposeFaults(form, filing),
    ...findPermitPaperFaults(form, filing),
    ...findGroundLostFaults(form.groundLost ?? {}, filing),
    ...findRequestFaults(form.request ?? {}, filing),
  ];
}
