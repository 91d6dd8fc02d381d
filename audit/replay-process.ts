/** The replaying process: workflow code runs here against histories, apart from everything else, and dies after. */
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { createDataConverter } from '../codec/data-converter';
import { readKeyring } from '../codec/keyring';
import { asObject } from './history-text';
import type { ReplayAnswer, ReplayOrder } from './replay-messages';

let heard: string[] = [];

Runtime.install({
  logger: new DefaultLogger('ERROR', ({ meta }) => {
    const error: unknown = meta?.['error'];
    if (error instanceof Error) heard.push(error.message);
  }),
  telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } },
  shutdownSignals: [],
});

async function replay({ id, keysFile, code, json, caseId }: ReplayOrder): Promise<ReplayAnswer> {
  heard = [];
  try {
    const options = { workflowBundle: { code }, dataConverter: createDataConverter(readKeyring(keysFile)) };
    await Worker.runReplayHistory(options, historyFromJSON(asObject(JSON.parse(json))), caseId);
    return { id, trouble: null };
  } catch (error) {
    const message = [(error as Error).message, ...new Set(heard)].join('; ');
    return { id, trouble: { isNondeterminism: error instanceof DeterminismViolationError, message } };
  }
}

process.on('message', (order: ReplayOrder) => {
  void replay(order).then((answer) => process.send?.(answer));
});
process.once('disconnect', () => process.exit(0));
