/** Opening a case about a temporary permit, by the person or by the account of an employer. */
import type { Static } from 'typebox';
import type { Tx } from '../db/connect';
import type { Actor } from '../domain/actor';
import type { FilingKind, PermitPurpose } from '../domain/permit';
import { restsOnWork } from '../domain/permit-form/sections';
import type { PersonIdentity } from '../domain/person';
import type { Region } from '../domain/regions';
import { readPermitFiling } from '../policy/filing';
import { whyNotOpenTo } from '../policy/permit/open-to';
import { purposeRow } from '../policy/permit/purposes';
import type { ActAnswer, Casework } from './casework';
import { getFiled, prepareOpening } from './opening';
import { Problem } from './problems';
import type { Contact } from './schemas/application';

export interface PermitOpening {
  actor: Actor;
  idempotencyKey: string;
  /** What was sent; a repeat of the key with something else is refused. */
  body: unknown;
  filing: FilingKind;
  purpose: PermitPurpose;
  region: Region;
  person: PersonIdentity;
  contact?: Static<typeof Contact> | undefined;
  acceptLanguage?: string | undefined;
  /** The law's date, YYYY-MM-DD. */
  filedOn: string;
  employerId: string | null;
  /** Planned before; drawn now where it is left out. */
  caseId?: string;
  /** In the transaction that stamps the act; throws to refuse it. */
  insistInTx?: (tx: Tx) => Promise<void>;
}

/** Idempotent by actor and key. Throws the problem of what cannot be filed. */
export async function openPermit(
  casework: Casework,
  { actor, idempotencyKey, body, ...opening }: PermitOpening,
): Promise<ActAnswer & { caseId: string }> {
  const { filing, purpose, region, employerId, insistInTx } = opening;
  if (employerId !== null && !restsOnWork(purpose)) throw new Problem('purpose-not-of-employer');
  const { renewable } = purposeRow(purpose);
  if (filing === 'renewal' && !renewable.value) throw new Problem('permit-not-renewable');
  const { caseId, data, alongside } = prepareOpening(opening);
  return casework.open('openPermitApplication', {
    actor,
    idempotencyKey,
    body,
    caseId,
    data: async () => ({
      kind: 'temporary-permit',
      permit: { filing, purpose, employerId },
      region,
      applicantId: employerId ?? actor.id,
      ...data,
      ...filedUnder(opening, purpose),
    }),
    alongside: async (tx) => {
      await insistInTx?.(tx);
      await alongside(tx);
    },
  });
}

/** Asked of a filing that is not known yet: a repeat has its first answer, whatever the day. */
function filedUnder({ filedOn, person }: Pick<PermitOpening, 'filedOn' | 'person'>, purpose: PermitPurpose) {
  const filed = getFiled(readPermitFiling(filedOn));
  const closed = whyNotOpenTo(purpose, person.citizenship);
  if (closed === undefined) return filed;
  const { code, ...rule } = closed;
  throw new Problem(code, { rule: { policy: filed.policyVersion, ...rule } });
}
