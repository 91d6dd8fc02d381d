/** Questions to the agencies: kept before they leave, answers kept as they came, coded for the case. */
import type { AgencyClients } from '../clients/agency-clients';
import type { Check } from '../domain/agencies';
import type { FormDraft } from '../domain/form';
import type { AgencyAnswers } from '../domain/agency-answers';
import type { PermitDraft } from '../domain/permit-form';
import type { CaseEvidence } from '../db/case-evidence';
import type { PrefilledReads } from '../db/reads/prefilled';
import { isConditional, whyNotDue } from '../policy/checks-due';
import { readFinding } from '../policy/findings';
import { formAsUsed } from '../policy/permit/uses';
import {
  contractQuestion,
  familyIn,
  findSolvencyCertificate,
  insuranceQuestion,
  kinshipQuestion,
  permitQuestion,
} from './filed-facts';
import { createRequester, orUnreachable, type Asked, type AskReply } from './reach-agency';

export type { AskReply } from './reach-agency';

/** `on` is the law's date of the application; `requiredTenge` the whole tenge that a bank must confirm. */
export interface Filing {
  on: string;
  formVersion: number;
  requiredTenge?: number;
  /** Whether registers of the state have filled the form in. */
  prefilled?: boolean;
}

/** Without `filing` everything is asked, and an agency is told of nobody and nothing but the person. */
export interface Question extends Asked {
  filing?: Filing;
}

interface Deps {
  evidence: CaseEvidence;
  prefilled: PrefilledReads;
  agencies: AgencyClients;
}

export function createAgencyActivities({ evidence, prefilled, agencies }: Deps) {
  const requestOf = createRequester(evidence);

  /** With the values that count, where a register of the state filled it in. */
  async function formOf({ caseId, filing }: Question): Promise<FormDraft & PermitDraft> {
    if (filing === undefined) return {};
    const { content } = await evidence.getForm(caseId, filing.formVersion);
    const draft = content as FormDraft & PermitDraft;
    if (filing.prefilled !== true) return draft;
    return { ...draft, ...formAsUsed(draft, await prefilled.listPrefilled(caseId)) };
  }

  async function nowIn(caseId: string): Promise<string> {
    return new Date(Date.now() + (await evidence.offsetOf(caseId))).toISOString();
  }

  async function answered<C extends Check>(
    check: C,
    caseId: string,
    body: AgencyAnswers[C],
  ): Promise<AskReply> {
    const effectiveAt = await nowIn(caseId);
    const { requestId, answerId } = body;
    const sha256 = await evidence.keepAnswer({ agency: check, caseId, requestId, answerId, body });
    return {
      kind: 'answered',
      news: { effectiveAt, answer: { answerId, sha256 }, ...readFinding(check, body) },
    };
  }

  const questions = {
    berkut: async (asked) => {
      const { answer } = await agencies.berkut.ask(await requestOf('berkut', asked));
      return answered('berkut', asked.caseId, answer);
    },
    'iin-registry': async (asked) => {
      const family = familyIn(await formOf(asked));
      const request = await requestOf('iin-registry', asked);
      const { answer } = await agencies.iinRegistry.ask({ ...request, ...(family.length > 0 && { family }) });
      return answered('iin-registry', asked.caseId, answer);
    },
    'fingerprint-registry': async (asked) => {
      const { answer } = await agencies.fingerprintRegistry.ask(
        await requestOf('fingerprint-registry', asked),
      );
      return answered('fingerprint-registry', asked.caseId, answer);
    },
    'migration-register': async (asked) => {
      const { answer } = await agencies.migrationRegister.ask(await requestOf('migration-register', asked));
      return answered('migration-register', asked.caseId, answer);
    },
    'medical-registry': async (asked) => {
      const { answer } = await agencies.medicalRegistry.ask(await requestOf('medical-registry', asked));
      return answered('medical-registry', asked.caseId, answer);
    },
    'permit-register': async (asked) => {
      const question = permitQuestion(await formOf(asked), asked.filing?.on);
      const request = await requestOf('permit-register', asked);
      const { answer } = await agencies.permitRegister.ask({ ...request, question });
      return answered('permit-register', asked.caseId, answer);
    },
    'labour-contracts': async (asked) => {
      const question = contractQuestion(await formOf(asked), asked.filing?.on);
      const request = await requestOf('labour-contracts', asked);
      const { answer } = await agencies.labourContracts.ask({ ...request, question });
      return answered('labour-contracts', asked.caseId, answer);
    },
    'insurance-register': async (asked) => {
      const question = insuranceQuestion(asked.filing?.on);
      const request = await requestOf('insurance-register', asked);
      const { answer } = await agencies.insuranceRegister.ask({ ...request, question });
      return answered('insurance-register', asked.caseId, answer);
    },
    'kinship-register': async (asked) => {
      const question = kinshipQuestion(await formOf(asked), asked.filing?.on);
      const request = await requestOf('kinship-register', asked);
      const { answer } = await agencies.kinshipRegister.ask({ ...request, question });
      return answered('kinship-register', asked.caseId, answer);
    },
    'criminal-registry': async (asked) => {
      await agencies.criminalRegistry.ask(await requestOf('criminal-registry', asked));
      return { kind: 'accepted' };
    },
    'security-service': async (asked) => {
      await agencies.securityService.ask(await requestOf('security-service', asked));
      return { kind: 'accepted' };
    },
    bank: async (asked) => {
      const certificate = findSolvencyCertificate(await formOf(asked));
      const requiredTenge = asked.filing?.requiredTenge;
      const subject = { ...(certificate && { certificate }), ...(requiredTenge && { requiredTenge }) };
      await agencies.bank.ask({ ...(await requestOf('bank', asked)), subject });
      return { kind: 'accepted' };
    },
  } as const satisfies Record<Check, (asked: Question) => Promise<AskReply>>;

  async function findNotDue(check: Check, asked: Question): Promise<AskReply | undefined> {
    const { caseId, personId, filing } = asked;
    if (filing === undefined || !isConditional(check)) return undefined;
    const { bornOn } = await evidence.getPerson(personId);
    const exemption = (await formOf(asked)).finances?.exemption ?? 'none';
    const code = whyNotDue(check, { bornOn, exemption }, filing.on);
    return code === undefined
      ? undefined
      : { kind: 'not-due', effectiveAt: await nowIn(caseId), codes: [code] };
  }

  return {
    /** Idempotent by request id at the agency; a permanent rejection and a burst without success are `unreachable`. */
    askAgency: ({ check, ...asked }: Question & { check: Check }): Promise<AskReply> =>
      orUnreachable(async () => (await findNotDue(check, asked)) ?? questions[check](asked)),
  };
}
