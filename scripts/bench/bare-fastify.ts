/** The bare side's HTTP process: Fastify and one prepared read of one row, nobody asked who he is. */
import Fastify from 'fastify';
import { Pool } from 'pg';

async function main(): Promise<void> {
  const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 20 });
  const app = Fastify({ logger: false });
  const text = 'SELECT case_id, seq, status, stage FROM cases WHERE case_id = $1';
  app.get('/health', () => ({ status: 'ok' }));
  app.get<{ Params: { caseId: string } }>('/applications/:caseId', async ({ params }) => {
    const { rows } = await pool.query({ name: 'find-case', text, values: [params.caseId] });
    return rows[0];
  });
  process.once('SIGTERM', () => void app.close().then(() => pool.end()));
  await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
}

main().catch((error: Error) => {
  process.stderr.write(`the bare server ended: ${error.message}\n`);
  process.exitCode = 1;
});
