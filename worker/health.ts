/** A tiny door beside the worker, on loopback alone: alive, and ready while it polls. */
import { createServer, type Server } from 'node:http';
import type { Worker } from '@temporalio/worker';

export async function openHealthDoor(worker: Pick<Worker, 'getState'>, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const ready = request.url !== '/health/ready' || worker.getState() === 'RUNNING';
    response.writeHead(ready ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: ready ? 'ok' : worker.getState().toLowerCase() }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}
