/** `node scripts/run.mjs <what> [arguments]`: sets the checkout up, whatever its state, and hands over to the program that was asked for. */
import { argv, exit, stderr, version, versions } from 'node:process';

const [major, minor] = versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stderr.write(`Ruqsat needs Node 20.19 or newer, and this is ${version}. See https://nodejs.org\n`);
  exit(1);
}

const { setUp } = await import('./set-up/set-up.mjs');
const { handOver } = await import('./set-up/hand-over.mjs');

const [what = 'build', ...rest] = argv.slice(2);
try {
  setUp();
} catch (error) {
  stderr.write(`${error.message}\n`);
  exit(1);
}
await handOver(what, rest);
