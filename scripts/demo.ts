/** `npm run demo`: seventeen lives, walked through the API of the running stack and told from their records. */
import { createCallers } from './demo/callers';
import { findDoors } from './demo/doors';
import { createInk, wantsColour } from './demo/ink';
import { lives } from './demo/lives';
import { keepOrders } from './demo/orders-kept';
import { drawNotTaken, playIfTaken } from './demo/pilot-over';
import { drawLife } from './demo/play';
import { playAll } from './demo/play-all';
import { createProgress } from './demo/progress';
import { UnexpectedAnswer } from './demo/unexpected-answer';

/** So many lives side by side: most of a life is waiting for somebody else. */
const lanes = 6;

async function main(): Promise<void> {
  const doors = findDoors();
  const callers = createCallers(doors);
  const ink = createInk(wantsColour(process.stdout));
  const width = Math.max(90, Math.min(process.stdout.columns ?? 120, 130));
  const progress = createProgress(process.stderr);
  const leaveOrders = await keepOrders(callers);
  try {
    for (const life of playAll(lives, lanes, (each) => playIfTaken(each, callers, progress.say))) {
      const told = await life.finally(progress.clear);
      const lines =
        'rule' in told ? drawNotTaken(told, ink) : drawLife(told, { ink, width, apiUrl: doors.apiUrl });
      process.stdout.write(`\n${lines.join('\n')}\n`);
    }
  } finally {
    await leaveOrders();
  }
}

main().catch((error: Error) => {
  const heading = error instanceof UnexpectedAnswer ? '\nThe demonstration stops here.\n' : '';
  process.stderr.write(`${heading}${error.message}\n`, () => process.exit(1));
});
