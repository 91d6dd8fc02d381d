/** `npm run calendar`: moves every case that goes on to a later calendar, and says for whom the date moved. */
import { lawDate } from '../domain/law-day';
import { adoptCalendar } from './calendar/adopt';
import { NotUnderstood, readCommand, usage } from './calendar/command';
import { openDesk } from './calendar/desk';
import { listMoves, printMoves } from './calendar/moves';
import { createPace } from './calendar/pace';

/** Some acts are stamped and not carried out yet; as sysexits has it: try again later. */
const unfinished = 75;

async function main(): Promise<number> {
  const { version, perSecond } = readCommand(process.argv.slice(2));
  const desk = openDesk(process.env);
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const { adopted, pending, passedOver } = await adoptCalendar(version, {
    desk,
    say,
    on: lawDate(new Date().toISOString()),
    pace: createPace(perSecond),
  });
  const over = passedOver.map(({ caseId, code }) => `  ${caseId}  stays as it is: ${code}\n`).join('');
  const sum = `${adopted} cases adopted ${version}, ${pending} are stamped and still under way`;
  process.stdout.write(`${sum}\n${over}${printMoves(await listMoves(version, desk))}`);
  return pending === 0 ? 0 : unfinished;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    const isOurs = error instanceof NotUnderstood;
    process.stderr.write(isOurs ? `${error.message}\n${usage}` : `${error.message}\n`);
    process.exitCode = isOurs ? 64 : 70;
  },
);
