/** `npm run audit`: the auditor's program beside the running stack, or wherever the environment says. */
import { getRunningStack } from './running-stack';

/** What is examined from a file alone needs no stack. */
const needsNoStack = process.argv[2] === 'clock';

try {
  if (!needsNoStack && process.env['DATABASE_URL'] === undefined) {
    Object.assign(process.env, getRunningStack().environments.audit);
  }
  void import('../audit/cli.js');
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 70;
}
