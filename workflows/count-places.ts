/** The place that a permit takes under its employer's limit: counted in verification, and again where a count fell. */
import { patched } from '@temporalio/workflow';
import type { CaseFile } from '../domain/case-file';
import type { PlaceCount } from '../domain/permit';
import { takesPlace } from '../domain/permit-file';
import { stageOf } from '../domain/waiting';
import { reservePlace } from './activities';
import { byRule, permitOf, placedIn } from './filed-permit';
import type { Life } from './life';

/** Each time that the register has said how many permits the employer holds elsewhere. */
export async function countPlaces(life: Life, round: { over: boolean }): Promise<void> {
  if (!takesPlace(permitOf(life.file))) return;
  let uncounted: string | null = null;
  const isOver = () => round.over || stageOf(life.file) !== 'verification';
  const isDue = (file: CaseFile) =>
    permitOf(file).place === null &&
    (registerIn(file)?.result ?? null) !== null &&
    saidIn(file) !== uncounted;
  while (!isOver()) {
    await life.until((file) => isDue(file) || isOver());
    if (!isDue(life.file)) continue;
    const said = saidIn(life.file);
    if (!(await countPlace(life))) uncounted = said;
  }
}

/** What the register has told so far, and what a person made of it; something else is counted anew. */
function saidIn(file: CaseFile): string {
  const { asks = 0, answer = null, judgement = null } = registerIn(file) ?? {};
  return `${asks}:${answer?.sha256 ?? 'nothing'}:${judgement ?? 'unjudged'}`;
}

/**
 * A place is reserved, or there is none; a count that the register is asked to correct meanwhile is told to nobody. False where
 * the register has not said how many the employer holds: then a person judges, and what we hold ourselves is the count.
 */
export async function countPlace(life: Life): Promise<boolean> {
  const stage = stageOf(life.file);
  const asks = registerIn(life.file)?.asks;
  const byOfficer = isSettled(registerIn(life.file));
  const counted = await reservePlace({ ...placedIn(life.file), byOfficer });
  if (counted === null) return false;
  const { reserved, ...count } = counted;
  const { place, takesPlace: said } = permitOf(life.file);
  const isAskedAnew = said !== undefined && registerIn(life.file)?.asks !== asks;
  if (place !== null || stageOf(life.file) !== stage || isAskedAnew) return true;
  const type = reserved ? 'place-reserved' : 'place-refused';
  await life.record([{ type, data: count }], byRule(life, `place:${life.file.seq}`));
  return true;
}

/** Somebody judged it, or it is clear and nobody can: what it did not count will be counted by nobody. */
function isSettled(register: ReturnType<typeof registerIn>): boolean {
  return register !== undefined && (register.judgement !== null || register.result === 'clear');
}

function registerIn({ checks }: CaseFile) {
  return checks?.['permit-register'];
}

/** A decision that fell took the count of places with it. */
export function isUncounted(file: CaseFile): boolean {
  const permit = permitOf(file);
  return file.status === 'awaiting-decision' && takesPlace(permit) && permit.place === null;
}

/** Who hears that a place is gone that the record still has may refuse for it. */
export async function tellNoneLeft(life: Life, count: PlaceCount): Promise<void> {
  const { place } = permitOf(life.file);
  if (place === 'none-left' || stageOf(life.file) !== 'decision' || !patched('a-lost-place-is-told')) return;
  await life.record([{ type: 'place-refused', data: count }], byRule(life, `place:${life.file.seq}`));
}
