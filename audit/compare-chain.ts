/** Whether each event still carries the hash it was recorded with, and the last one is where the case stands. */
import { findBreak, genesisHash, type ChainedEvent } from '../db/chain';
import { diverged, partOf, type Part } from './verdict';

export function compareChain(
  rows: readonly ChainedEvent[],
  head: { seq: number; headHash: string } | undefined,
): Part {
  const compared = `${rows.length} events`;
  const broken = findBreak(rows);
  if (broken !== undefined) {
    const { seq, expected } = broken;
    const found = rows.find((row) => row.seq === seq)?.hash;
    const words = `The chain breaks at event ${seq}: it, or the link to the event before it, was changed later.`;
    return partOf('chain', compared, [diverged(words, { seq, pointer: '/hash', recorded: found, expected })]);
  }
  const last = rows.at(-1);
  const lastHash = last?.hash ?? genesisHash;
  if (head === undefined || (head.seq === (last?.seq ?? 0) && head.headHash === lastHash)) {
    return partOf('chain', compared, []);
  }
  const words = `The case was last seen at event ${head.seq}, and the record ends at event ${last?.seq ?? 0}.`;
  const where = { seq: head.seq, pointer: '/cases/headHash', recorded: head.headHash, expected: lastHash };
  return partOf('chain', compared, [diverged(words, where)]);
}
