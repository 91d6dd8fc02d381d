/** Questions to the agencies: kept before they leave, answers kept as they came, coded for the case. */
import type { AgencyClients } from '../clients/agency-clients';
import type { Check } from '../domain/agencies';
import type { FormDraft } from '../domain/form';
import type { AgencyAnswers } from '../domain/agency-answers';
import type { PermitDraft } from '../domain/permit-form';
import type { PrefilledReads } from '../db/reads/prefilled';
import { codesOfNotDue, isConditional } from '../policy/checks-due';
import { readFinding } from '../policy/findings';
import { markEnded } from '../policy/permit/still-lasting';
import { formAsUsed } from '../policy/permit/uses';
import {
  contractQuestion,
  familyIn,
  findSolvencyCertificate,
  insuranceQuestion,
  kinshipQuestion,
  passportQuestion,
  permitQuestion,
} from './filed-facts';
import { askedOf, permitFiledIn, type Filing } from './filing';
import { createOwnBooks, withoutOwnApplications } from './own-books';
import { createReach, orUnreachable, type Asked, type AskReply, type LineDeps } from './reach-agency';

export type { AskReply } from './reach-agency';
export type { Filing } from './filing';

/** Without `filing` everything is asked, and an agency is told of nobody and nothing but the person. */
export interface Question extends Asked {
  filing?: Filing;
}

interface Deps extends LineDeps {
  prefilled: PrefilledReads;
  agencies: AgencyClients;
}

export function createAgencyActivities({ prefilled, agencies, ...line }: Deps) {
  const { evidence } = line;
  const reach = createReach(line);
  const ownBooks = createOwnBooks(evidence);

  /** With the values that count, where a register of the state filled it in. */
  async function formOf({ caseId, filing }: Question): Promise<FormDraft & PermitDraft> {
    if (filing === undefined) return {};
    const { content } = await evidence.getForm(caseId, filing.formVersion);
    const draft = content as FormDraft & PermitDraft;
    if (filing.prefilled !== true) return draft;
    const found = markEnded(await prefilled.listPrefilled(caseId), filing.on);
    return { ...draft, ...formAsUsed(draft, found, filing.policyVersion) };
  }

  async function answered<C extends Check>(
    check: C,
    { caseId, filing }: Question,
    body: AgencyAnswers[C],
  ): Promise<AskReply> {
    const effectiveAt = await evidence.nowIn(caseId);
    const { requestId, answerId } = body;
    const sha256 = await evidence.keepAnswer({ agency: check, caseId, requestId, answerId, body });
    return {
      kind: 'answered',
      news: { effectiveAt, answer: { answerId, sha256 }, ...readFinding(check, body, permitFiledIn(filing)) },
    };
  }

  const questions = {
    berkut: async (asked) => {
      const { answer } = await reach('berkut', asked, agencies.berkut.ask);
      return answered('berkut', asked, answer);
    },
    'iin-registry': async (asked) => {
      const form = await formOf(asked);
      const family = familyIn(form);
      const question = passportQuestion(form, askedOf(asked.filing));
      const { answer } = await reach('iin-registry', asked, (request) =>
        agencies.iinRegistry.ask({
          ...{ ...request, ...(family.length > 0 && { family }) },
          ...(question && { question }),
        }),
      );
      return answered('iin-registry', asked, answer);
    },
    'fingerprint-registry': async (asked) => {
      const { answer } = await reach('fingerprint-registry', asked, agencies.fingerprintRegistry.ask);
      return answered('fingerprint-registry', asked, answer);
    },
    'migration-register': async (asked) => {
      const { answer } = await reach('migration-register', asked, agencies.migrationRegister.ask);
      const { personId, filing } = asked;
      if (filing === undefined) return answered('migration-register', asked, withoutOwnApplications(answer));
      if (filing.prefilled !== true)
        return answered('migration-register', asked, await ownBooks.addToStay(answer, personId));
      const about = { personId, purpose: filing.purpose, filing: filing.filing, form: await formOf(asked) };
      return answered('migration-register', asked, await ownBooks.addApplications(answer, about));
    },
    'medical-registry': async (asked) => {
      const { answer } = await reach('medical-registry', asked, agencies.medicalRegistry.ask);
      return answered('medical-registry', asked, answer);
    },
    'permit-register': async (asked) => {
      const isRenewal = asked.filing?.filing === 'renewal';
      const of = askedOf(asked.filing);
      const question = permitQuestion(await formOf(asked), { ...of, withDays: of.withDays && isRenewal });
      const { answer } = await reach('permit-register', asked, (request) =>
        agencies.permitRegister.ask({ ...request, question }),
      );
      const { personId, filing } = asked;
      const about = { personId, filing: filing?.filing, on: filing?.on };
      return answered('permit-register', asked, await ownBooks.addPermits(answer, about));
    },
    'labour-contracts': async (asked) => {
      const question = contractQuestion(await formOf(asked), askedOf(asked.filing));
      const { answer } = await reach('labour-contracts', asked, (request) =>
        agencies.labourContracts.ask({ ...request, question }),
      );
      return answered('labour-contracts', asked, answer);
    },
    'insurance-register': async (asked) => {
      const question = insuranceQuestion(await formOf(asked), askedOf(asked.filing));
      const { answer } = await reach('insurance-register', asked, (request) =>
        agencies.insuranceRegister.ask({ ...request, question }),
      );
      return answered('insurance-register', asked, answer);
    },
    'kinship-register': async (asked) => {
      const { on, purpose } = asked.filing ?? {};
      const question = kinshipQuestion(await formOf(asked), on, purpose);
      const { answer } = await reach('kinship-register', asked, (request) =>
        agencies.kinshipRegister.ask({ ...request, question }),
      );
      return answered('kinship-register', asked, answer);
    },
    'criminal-registry': async (asked) => {
      await reach('criminal-registry', asked, agencies.criminalRegistry.ask);
      return { kind: 'accepted' };
    },
    'security-service': async (asked) => {
      await reach('security-service', asked, agencies.securityService.ask);
      return { kind: 'accepted' };
    },
    bank: async (asked) => {
      const certificate = findSolvencyCertificate(await formOf(asked));
      const requiredTenge = asked.filing?.requiredTenge;
      const subject = { ...(certificate && { certificate }), ...(requiredTenge && { requiredTenge }) };
      await reach('bank', asked, (request) => agencies.bank.ask({ ...request, subject }));
      return { kind: 'accepted' };
    },
  } as const satisfies Record<Check, (asked: Question) => Promise<AskReply>>;

  async function findNotDue(check: Check, asked: Question): Promise<AskReply | undefined> {
    const { caseId, personId, filing } = asked;
    if (filing === undefined || !isConditional(check)) return undefined;
    const { bornOn } = await evidence.getPerson(personId);
    const { exemption = 'none', sponsor } = (await formOf(asked)).finances ?? {};
    const about = { bornOn, exemption, sponsorExemption: sponsor?.exemption };
    const codes = codesOfNotDue(check, about, filing.on);
    return codes && { kind: 'not-due', effectiveAt: await evidence.nowIn(caseId), codes };
  }

  /** Not when the record has a finding already, or a later asking of the same; the ask's number ends its request id. */
  async function isWanted(check: Check, { caseId, requestId }: Question): Promise<boolean> {
    const ask = Number(requestId.slice(requestId.lastIndexOf('.') + 1));
    const found = await evidence.findCheck(caseId, check);
    return found === undefined || found.asks < ask || (found.asks === ask && found.result === null);
  }

  return {
    /** Idempotent by request id at the agency; a rejection, and what needs a long wait, are `unreachable`. */
    askAgency: ({ check, ...asked }: Question & { check: Check }): Promise<AskReply> =>
      orUnreachable(
        async () => (await findNotDue(check, asked)) ?? questions[check](asked),
        () => isWanted(check, asked),
      ),
  };
}
