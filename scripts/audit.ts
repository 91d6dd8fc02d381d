/** `npm run audit`: the auditor's program beside the running stack, or wherever the environment says. */
import { getRunningStack } from './running-stack';

try {
  if (process.env['DATABASE_URL'] === undefined) {
    Object.assign(process.env, getRunningStack().environments.audit);
  }
  void import('../audit/cli.js');
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 70;
}
