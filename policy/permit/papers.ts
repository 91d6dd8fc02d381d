/** The papers of a temporary permit: those of everybody, and those that single purposes add. */
import type { DocumentKind } from '../../domain/events';
import { fingerprintsPointer } from '../../domain/permit-form/fetched';
import type { PaperRow } from './purpose-row';
import { law, newRules, order730, servicePage } from './sources';

const asked = (kind: DocumentKind, source: string) =>
  ({ kind, of: 'everyone', checkedBy: 'caseworker', source, confidence: 'official' }) as const;

/** What a state's register knows already is not asked for again. */
const known = `${newRules}: what state systems hold is not asked for again`;

/** Since when a case is asked for what is an assumption of ours: see the policies. */
const november = '2026-11-23';

export const commonPapers = [
  asked('passport', `${servicePage}: identity document`),
  {
    ...asked('insurance-policy', `${servicePage}: medical insurance, but for citizens of the union`),
    of: 'who is no citizen of the Eurasian Economic Union',
    needless: {
      by: 'insurance-register',
      pointer: '/insurance/validUntil',
      source: `${newRules}: the insurance is read from its register`,
      confidence: 'press',
    },
  },
  {
    ...asked('owner-consent', `${servicePage}: notarised consent of the owner, but for own housing`),
    of: 'who lives in housing of others',
  },
  {
    ...asked('fingerprint-certificate', `${servicePage}, and ${order730}: from sixteen years on`),
    of: 'who is sixteen',
    needless: {
      by: 'fingerprint-registry',
      pointer: fingerprintsPointer,
      source: known,
      confidence: 'press',
    },
  },
  {
    ...asked('kinship-document', `${servicePage} asks it of a family; of who comes along it is inferred`),
    of: 'whose family comes along',
    confidence: 'inferred',
  },
  {
    ...asked(
      'fine-decision',
      'no list of papers names it; a filing in time by a fine alone is not taken on a word, nor that nobody was expelled by it',
    ),
    of: 'who is in time by a fine alone',
    confidence: 'assumption',
    from: november,
  },
] as const satisfies readonly PaperRow[];

export const kinship: PaperRow = asked('kinship-document', `${servicePage}: document of kinship`);

export const contract: PaperRow = {
  ...asked('employment-contract', 'order 905 of 18.11.2024 (kpmg.com): a registered contract for all'),
  confidence: 'press',
  needless: {
    by: 'labour-contracts',
    pointer: '/employment/contractNumber',
    source: `${newRules}: contracts are read from the unified system of labour contracts`,
    confidence: 'press',
  },
};

export const workPermit: PaperRow = asked('work-permit', `${servicePage}: local permit for foreign labour`);
export const studyPetition: PaperRow = asked('study-petition', `${servicePage}: petition of the school`);
export const treatmentPaper: PaperRow = asked('treatment-document', `${servicePage}: paper of the clinic`);
export const religiousPaper: PaperRow = asked(
  'religious-certificate',
  `${servicePage}: certificate of the religious affairs body`,
);

export const executivePetition: PaperRow = asked(
  'executive-petition',
  `${servicePage}: petition of the local executive body for victims of trafficking`,
);

const forBusiness = 'order 571 of 19.07.2024 (zentralasien.ahk.de): business immigrants';
export const businessPapers = [
  {
    ...asked('medical-certificate', `${forBusiness} show form 028/u`),
    checkedBy: 'medical-registry',
    confidence: 'press',
  },
  {
    ...asked('police-clearance', `${forBusiness} show that no court bars them from business`),
    confidence: 'press',
  },
] as const satisfies readonly PaperRow[];

export const originProof: PaperRow = {
  ...asked(
    'origin-proof',
    'which paper shows that somebody is an ethnic Kazakh is not published; three years are not given on a word alone, and no register tells',
  ),
  confidence: 'assumption',
  from: november,
};

export const groundLostProof: PaperRow = {
  ...asked(
    'ground-lost-proof',
    `${law('art. 28')} names divorce, death and majority; which paper shows them is not published`,
  ),
  confidence: 'assumption',
};
