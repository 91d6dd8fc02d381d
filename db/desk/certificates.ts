/** Certificates of the language that applicants present: kept here, known elsewhere by an opaque id and a hash. */
import { randomUUID } from 'node:crypto';
import type { LanguageCertificate } from '../../domain/language-certificate';
import type { Tx } from '../connect';
import { hashOfJson } from '../hash';
import { languageCertificates } from '../schema';

/** `sha256` is of the certificate's JSON: number, level and day of issue. */
export function prepareCertificate(caseId: string, { number, level, issuedOn }: LanguageCertificate) {
  const certificateId = randomUUID();
  const sha256 = hashOfJson({ number, level, issuedOn });
  return {
    certificateId,
    sha256,
    keepInTx: async (tx: Tx): Promise<void> => {
      const row = { certificateId, caseId, number, level, issuedOn, sha256 };
      await tx.insert(languageCertificates).values(row);
    },
  };
}
