/** An agency put together: its book, its orders, its courier and its doors. */
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createBehaviourBoard } from './behaviour-board';
import { addControlDoor } from './control-door';
import { createCourier } from './courier';
import { openRequestBook } from './request-book';
import type { Office } from './office';
import { addRequestDoor } from './request-door';
import { createServer, type ServerOptions } from './server';
import { loadSigningKey } from './signing-key';
import type { Trade } from './trade';
import { createWaitingRoom } from './waiting-room';

export interface AgencyDeps {
  /** Where the key and the book are kept, each under the agency's name. */
  dataDir: string;
  /** The same seed gives the same jitter. */
  seed?: number;
  logger?: ServerOptions['logger'];
  /** Milliseconds, instead of the agency's usual pace. */
  pace?: Partial<Pick<Trade, 'latencyMs' | 'latencyJitterMs' | 'lateMs'>>;
}

/** Resolves to a server that is ready to listen; callbacks still owed go out once it does, and stop as it closes. */
export async function createAgency(
  usual: Trade,
  { dataDir, seed = 1, logger, pace }: AgencyDeps,
): Promise<FastifyInstance> {
  const trade = { ...usual, ...pace };
  const key = await loadSigningKey(join(dataDir, `${trade.name}.key.json`));
  const book = await openRequestBook(join(dataDir, `${trade.name}.requests.jsonl`));
  const behaviours = createBehaviourBoard(seed);
  const app = createServer({ name: trade.name, logger });
  const log = (event: object, text: string) => app.log.info(event, text);
  const courier = createCourier({ trade, key, book, behaviours, seed, log });
  const office: Office = { trade, seed, book, behaviours, courier, waitingRoom: createWaitingRoom() };

  app.get('/.well-known/jwks.json', () => key.publicKeys);
  addRequestDoor(app, office);
  addControlDoor(app, office);
  app.addHook('onListen', () => courier.start());
  app.addHook('preClose', () => courier.stop());
  app.addHook('onClose', () => book.close());
  return app;
}
