/** The bare side of a clear permit: the same acts, news, activities, flushes and timers, and nothing of the law. */
import { defineUpdate, setHandler } from '@temporalio/workflow';
import { beginBareLife, doNothing, type BareShape, type Receipt } from './bare-record';

const sources = ['iin', 'permits', 'insurance', 'contracts', 'fingerprints'];
const answeredAtOnce = ['berkut', 'iin', 'fingerprints', 'migration', 'permits', 'contracts'];

export async function barePermit(caseId: string, shape: BareShape): Promise<void> {
  const { add, reached, hear, live } = beginBareLife(caseId, shape);
  hear(['openApplication', 'submitForm', 'judgeDocuments'], ['receiveAgencyAnswer']);
  setHandler(defineUpdate<Receipt, [unknown]>('decideApplication'), async (event) => {
    await doNothing('term');
    return add(event);
  });
  const ask = async (whom: string) => void (await add(await doNothing(whom)));
  await live(async () => {
    await reached(1);
    await Promise.all(sources.map(ask));
    await reached(sources.length + 2);
    await add(await doNothing('completeness'));
    await Promise.all([...answeredAtOnce.map(ask), doNothing('criminal')]);
    await reached(shape.events - 3);
    await add(await doNothing('term'));
    await reached(shape.events - 1);
    await add(await doNothing('permit'));
  });
}
