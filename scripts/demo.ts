/** `npm run demo`: three lives, walked through the API of the running stack and told from their records. */
import { createCallers } from './demo/callers';
import { findDoors } from './demo/doors';
import { createInk, wantsColour } from './demo/ink';
import { granted } from './demo/lives/granted';
import { refusedByScore } from './demo/lives/refused-by-score';
import { silentRegistry } from './demo/lives/silent-registry';
import { drawLife, playLife } from './demo/play';
import { createProgress } from './demo/progress';
import { UnexpectedAnswer } from './demo/unexpected-answer';

async function main(): Promise<void> {
  const doors = findDoors();
  const callers = createCallers(doors);
  const ink = createInk(wantsColour(process.stdout));
  const width = Math.max(90, Math.min(process.stdout.columns ?? 120, 130));
  const progress = createProgress(process.stderr);
  for (const life of [granted, refusedByScore, silentRegistry]) {
    const played = await playLife(life, callers, progress.say).finally(progress.clear);
    const lines = drawLife(played, { ink, width, apiUrl: doors.apiUrl });
    process.stdout.write(`\n${lines.join('\n')}\n`);
  }
}

main().catch((error: Error) => {
  const heading = error instanceof UnexpectedAnswer ? '\nThe demonstration stops here.\n' : '';
  process.stderr.write(`${heading}${error.message}\n`);
  process.exitCode = 1;
});
