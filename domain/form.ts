/** The questionnaire of permanent residence: one schema gives the type, the checks and the document. */
import type { Static } from 'typebox';
import { Adaptability, findAdaptabilityFaults } from './form/adaptability';
import { Competences, findCompetenceFaults } from './form/competences';
import { draftOf } from './form/draft';
import { Education, findEducationFaults } from './form/education';
import { Family, findFamilyFaults } from './form/family';
import { when, type Filing, type FormFault } from './form/faults';
import { section } from './form/fields';
import { Finances, findFinanceFaults } from './form/finances';
import { findHealthFaults, Health } from './form/health';
import { findHistoryFaults, History } from './form/history';
import { Intentions } from './form/intentions';
import { findLanguageFaults, Languages } from './form/languages';
import { findMilitaryFaults, Military } from './form/military';
import { findPersonalFaults, Personal } from './form/personal';
import { findTieFaults, Ties } from './form/ties';
import { findEmploymentFaults, Employment } from './form/employment';

export const ApplicationForm = section(
  {
    personal: Personal,
    family: Family,
    education: Education,
    employment: Employment,
    competences: Competences,
    languages: Languages,
    health: Health,
    military: Military,
    history: History,
    ties: Ties,
    finances: Finances,
    adaptability: Adaptability,
    intentions: Intentions,
  },
  'The questionnaire, section by section; money in whole tenge.',
);
export type ApplicationForm = Static<typeof ApplicationForm>;

/** A draft may be of any completeness, but never hold a field that the form does not know. */
export const FormDraft = draftOf(ApplicationForm, 'The questionnaire so far.');
export type FormDraft = Static<typeof FormDraft>;

/** What the shape cannot say, of a form of any completeness: every fault at once. Pure. */
export function findFormFaults(form: FormDraft, filing: Filing): FormFault[] {
  return [
    ...findPersonalFaults(form.personal ?? {}, filing),
    ...findFamilyFaults(form.family ?? {}, filing),
    ...findEducationFaults(form.education ?? {}, filing),
    ...findEmploymentFaults(form.employment ?? {}, filing),
    ...findCompetenceFaults(form.competences ?? {}, filing),
    ...findLanguageFaults(form.languages ?? {}, filing),
    ...findHealthFaults(form.health ?? {}, filing),
    ...findMilitaryFaults(form.military ?? {}, filing),
    ...findHistoryFaults(form.history ?? {}, filing),
    ...findTieFaults(form.ties ?? {}),
    ...findFinanceFaults(form.finances ?? {}, filing),
    ...findAdaptabilityFaults(form.adaptability ?? {}, filing),
    ...findFaultsBetweenSections(form),
  ];
}

function findFaultsBetweenSections({ personal, family, finances, employment }: FormDraft): FormFault[] {
  const spouse = family?.members?.some(({ relation }) => relation === 'spouse') ?? true;
  const inDemand = finances?.exemption === 'in-demand-profession';
  return [
    ...when(personal?.maritalStatus === 'married' && !spouse, '/family/members', 'spouse-missing'),
    ...when(
      inDemand && employment !== undefined && !employment.inDemandProfession,
      '/employment/inDemandProfession',
      'missing',
    ),
  ];
}
