/** Runs one step of the set-up as a program of its own, and says which one failed. */
import { spawnSync } from 'node:child_process';
import { env, execPath, platform } from 'node:process';
import { root } from './paths.mjs';

export function runNode(args) {
  check(spawnSync(execPath, args, { cwd: root, stdio: ['ignore', 2, 2] }), args[0]);
}

/** The npm that started us, or the one on the path. */
export function runNpm(args) {
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const own = env.npm_execpath?.endsWith('npm-cli.js') ? env.npm_execpath : undefined;
  const result = own
    ? spawnSync(execPath, [own, ...args], options)
    : spawnSync('npm', args, { ...options, shell: platform === 'win32' });
  check(result, `npm ${args[0]}`);
}

function check(result, what) {
  if (result.error) throw new Error(`${what} could not be started: ${result.error.message}`);
  if (result.status !== 0)
    throw new Error(`${what} ended with ${result.signal ?? result.status}; nothing was started.`);
}
