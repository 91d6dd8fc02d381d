/** The bare side: workflows that do as much as a case does, and know nothing of the law. */
import { condition, defineSignal, defineUpdate, setHandler } from '@temporalio/workflow';
import { beginBareLife, doNothing, writeRows, type BareShape, type Receipt } from './bare-record';

export { bareDue } from './bare-due';
export { barePermit } from './bare-permit';
export type { BareShape } from './bare-record';

const acts = [
  'openApplication',
  'bookLanguageTest',
  'submitForm',
  'assignCase',
  'judgeDocuments',
  'scheduleInterview',
  'recordInterview',
  'proposeDecision',
  'approveDecision',
];
const news = ['receiveTestResult', 'receiveAgencyAnswer'];
const answeredAtOnce = ['berkut', 'iin', 'fingerprints', 'migration', 'health'];
const answeredLater = ['criminal', 'security', 'bank'];

/** The same acts, news, activities, flushes and timers in the same order as a case that gets its certificate and lives on. */
export async function bareLife(caseId: string, shape: BareShape): Promise<void> {
  const { add, reached, hear, live } = beginBareLife(caseId, shape);
  hear(acts, news);
  await live(async () => {
    await reached(2);
    await doNothing('book');
    await reached(4);
    const score = await doNothing('score');
    await add(score);
    const asked = answeredAtOnce.map(async (check) => void (await add(await doNothing(check))));
    await Promise.all([...asked, ...answeredLater.map(doNothing)]);
    await reached(shape.events - 1);
    await add(await doNothing('certificate'));
  });
}

export async function bareExport(): Promise<void> {
  await doNothing('export');
}

/** An update with one regular activity in its handler, as often as anybody asks. */
export async function bareCase(caseId: string): Promise<void> {
  let seq = 0;
  setHandler(defineUpdate<Receipt, [unknown]>('act'), async (event) => {
    seq += 1;
    const own = seq;
    await writeRows({ caseId, rows: [{ seq: own, event }], rowsBeside: 0 });
    return { seq: own, status: 'done' };
  });
  let ended = false;
  setHandler(defineSignal('end'), () => {
    ended = true;
  });
  await condition(() => ended);
}
