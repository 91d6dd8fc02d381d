/** Makes sure that our namespace exists on a Temporal server, once the server answers. */
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { waitUntil } from './wait-until';

const retention = '7 days';
const alreadyExists = 6;

/** Safe to repeat. `failed` ends the wait early, with the reason, when the server can no longer answer. */
export async function registerNamespace(
  address: string,
  namespace: string,
  failed?: () => string | undefined,
): Promise<void> {
  const options = {
    what: `Temporal at ${address}`,
    timeoutMs: 60_000,
    everyMs: 100,
    ...(failed && { failed }),
  };
  await waitUntil(async () => {
    const connection = Connection.lazy({ address, connectTimeout: 2_000 });
    try {
      await connection.ensureConnected();
      await createNamespace(connection, namespace);
      await connection.workflowService.listWorkflowExecutions({ namespace, pageSize: 1 });
      return true;
    } finally {
      await connection.close();
    }
  }, options);
}

async function createNamespace(connection: Connection, namespace: string): Promise<void> {
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs(retention),
    });
  } catch (error) {
    if ((error as { code?: number }).code !== alreadyExists) throw error;
  }
}
