/** The usual way of an act: a case its caller may know, words kept beside it, one delivery, one answer. */
import type { FastifyReply } from 'fastify';
import type { Tx } from '../db/connect';
import { prepareText } from '../db/desk/texts';
import type { Actor } from '../domain/actor';
import type { ActData } from '../domain/acts';
import type { TextRef } from '../domain/events';
import type { UpdateVerb } from '../domain/verbs';
import { replyAct } from './act-replies';
import type { CaseAccess } from './case-access';
import type { AppDependencies } from './dependencies';

export type ActDeps = Pick<AppDependencies, 'casework'> & { access: CaseAccess };

interface ActRequest {
  actor: Actor;
  headers: { 'idempotency-key': string };
  params: { caseId: string };
  body: unknown;
}

type Keeper = (tx: Tx) => Promise<void>;

/** What lies beside an act: kept in the transaction that stamps it, and named in its data by id and hash. */
export interface Beside {
  caseId: string;
  words(text: string): TextRef;
  keep(keeper: Keeper): void;
}

/**
 * Builds `act(verb, { request, reply }, tell)`: `tell` says the data of the act, in ids, codes and hashes, or a function
 * that finds it in the transaction that stamps the act. What the address names counts as part of what was sent.
 */
export function createActDoor({ casework, access }: ActDeps) {
  return async <V extends UpdateVerb>(
    verb: V,
    { request, reply }: { request: ActRequest; reply: FastifyReply },
    tell: (beside: Beside) => ActData[V] | ((tx: Tx) => Promise<ActData[V]>),
  ) => {
    const { actor, body, headers } = request;
    const { caseId: spokenId, ...address } = request.params;
    const caseId = await access.getKnownId(actor, spokenId);
    const keepers: Keeper[] = [];
    const data = tell(besideOf(caseId, keepers));
    const answer = await casework.act(verb, {
      caseId,
      actor,
      idempotencyKey: headers['idempotency-key'],
      body: { ...address, ...(body as object | null) },
      data,
      ...(keepers.length > 0 && { alongside: (tx: Tx) => keepAll(tx, keepers) }),
    });
    return replyAct(reply, caseId, answer);
  };
}

function besideOf(caseId: string, keepers: Keeper[]): Beside {
  const keep = (keeper: Keeper) => void keepers.push(keeper);
  return {
    caseId,
    keep,
    words: (body) => {
      const text = prepareText(caseId, body);
      keep(text.keepInTx);
      return text.ref;
    },
  };
}

async function keepAll(tx: Tx, keepers: readonly Keeper[]): Promise<void> {
  for (const keeper of keepers) await keeper(tx);
}
