/** Rules that need the person's data: read by id, applied purely, answered in codes and hashes. */
import { Value } from 'typebox/value';
import { ApplicationForm } from '../domain/form';
import type { Score } from '../domain/events';
import type { CaseEvidence } from '../db/case-evidence';
import { hashOfJson } from '../db/hash';
import type { LanguageProofs } from '../db/reads/language-proofs';
import { certificateNumber } from '../policy/certificate';
import { permanentPolicyOf } from '../policy/policies';
import { findProvedLevel } from '../domain/language-proof';
import { scoreForm } from '../policy/scoring';
import { readsProof } from '../policy/scoring-tables';

interface Deps {
  evidence: CaseEvidence;
  proofs: LanguageProofs;
}

export function createRuleActivities({ evidence, proofs }: Deps) {
  return {
    /** `filedOn`: the law's date on which the form was handed in; amounts of money are those of that day. */
    async scoreApplication(asked: {
      caseId: string;
      version: number;
      policyVersion: string;
      filedOn: string;
    }): Promise<Score> {
      const { caseId, version, policyVersion, filedOn } = asked;
      const { content, sha256 } = await evidence.getForm(caseId, version);
      const form = { version, sha256, content: Value.Parse(ApplicationForm, content) };
      const policy = permanentPolicyOf(policyVersion);
      const provedKazakh = findProvedLevel(await proofs.listLanguageProofs(caseId));
      if (provedKazakh === null && readsProof(policy.scoring.value.table)) {
        throw new Error(`how ${caseId} proved its Kazakh is not in the record yet`);
      }
      return scoreForm(form, policy, { filedOn, provedKazakh, hash: hashOfJson });
    },

    /** The certificate's number: the same one however often it is tried, and where one was issued before. */
    async issueCertificate({ caseId, decidedOn }: { caseId: string; decidedOn: string }): Promise<string> {
      const issued = await evidence.findIssuedNumber(caseId);
      if (issued !== null) return issued;
      return certificateNumber(decidedOn, await evidence.allocateCertificate(caseId));
    },
  };
}
