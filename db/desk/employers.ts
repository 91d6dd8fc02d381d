/** Accounts of employers and the people who may act for them. */
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/actor';
import { employerKindOf } from '../../domain/bin';
import type { ProblemCode } from '../../domain/problems';
import { isOfficer } from '../../domain/roles';
import { lockAccount } from '../account-lock';
import type { Tx } from '../connect';
import { employerDelegates, employers } from '../schema';

interface NewAccount {
  bin: string;
  name: string;
  /** The subject of who opens it: its first delegate. */
  openedBy: string;
}

/** The id of the account with this BIN, opened or found; undefined when it is there and the caller no delegate of it. */
export async function openAccountInTx(
  tx: Tx,
  { bin, name, openedBy }: NewAccount,
): Promise<string | undefined> {
  const isIndividual = employerKindOf(bin) === 'individual';
  const [opened] = await tx
    .insert(employers)
    .values({ employerId: randomUUID(), bin, name, isIndividual })
    .onConflictDoNothing()
    .returning({ employerId: employers.employerId });
  if (opened !== undefined) {
    const { employerId } = opened;
    await tx.insert(employerDelegates).values({ employerId, subject: openedBy, addedBy: openedBy });
    return employerId;
  }
  const known = await tx.query.employers.findFirst({ where: eq(employers.bin, bin) });
  if (known === undefined) throw new Error('an account that was there is gone');
  return (await holdDelegationInTx(tx, known.employerId, openedBy)) ? known.employerId : undefined;
}

/** Whether the person may act for the account; if so he may until the end of the transaction. */
export async function holdDelegationInTx(tx: Tx, employerId: string, subject: string): Promise<boolean> {
  const held = await tx
    .select({ subject: employerDelegates.subject })
    .from(employerDelegates)
    .where(isDelegation(employerId, subject))
    .for('share');
  return held.length > 0;
}

/**
 * Why somebody may not act in a case for what he is to the account that filed it: who acts for it needs a delegation
 * that lasts, an officer must never have had one.
 */
export async function whyNotActInTx(
  tx: Tx,
  caseId: string,
  { id, role }: Actor,
): Promise<ProblemCode | undefined> {
  if (role !== 'employer' && !isOfficer(role)) return undefined;
  const { rows } = await tx.execute<{ lasts: boolean }>(sql`
    SELECT d.ended_at IS NULL AS lasts
    FROM cases c JOIN employer_delegates d ON d.employer_id = c.employer_id
    WHERE c.case_id = ${caseId} AND d.subject = ${id} FOR SHARE OF d`);
  if (role === 'employer') return rows[0]?.lasts ? undefined : 'not-found';
  return rows.length > 0 ? 'own-case' : undefined;
}

/** Idempotent; a delegation that ended begins anew. */
export async function addDelegateInTx(
  tx: Tx,
  added: { employerId: string; subject: string; addedBy: string },
): Promise<void> {
  const { addedBy } = added;
  await tx
    .insert(employerDelegates)
    .values(added)
    .onConflictDoUpdate({
      target: [employerDelegates.employerId, employerDelegates.subject],
      set: { addedBy, addedAt: sql`clock_timestamp()`, endedAt: null },
      setWhere: sql`${employerDelegates.endedAt} IS NOT NULL`,
    });
}

/** Of two who end each other the first one does: the account is locked before anybody's delegation is held. */
export async function endDelegateInTx(
  tx: Tx,
  { employerId, subject, endedBy }: { employerId: string; subject: string; endedBy: string },
): Promise<'ended' | 'not-found' | 'last-delegate'> {
  await lockAccount(tx, employerId);
  if (!(await holdDelegationInTx(tx, employerId, endedBy))) return 'not-found';
  const there = await tx
    .select({ subject: employerDelegates.subject })
    .from(employerDelegates)
    .where(and(eq(employerDelegates.employerId, employerId), isNull(employerDelegates.endedAt)));
  if (!there.some((delegate) => delegate.subject === subject)) return 'not-found';
  if (there.length === 1) return 'last-delegate';
  await tx
    .update(employerDelegates)
    .set({ endedAt: sql`clock_timestamp()` })
    .where(isDelegation(employerId, subject));
  return 'ended';
}

function isDelegation(employerId: string, subject: string) {
  return and(
    eq(employerDelegates.employerId, employerId),
    eq(employerDelegates.subject, subject),
    isNull(employerDelegates.endedAt),
  );
}
