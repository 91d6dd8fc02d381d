/** Verification: every agency that the case has to ask, all at once, each for as long as it takes. */
import type { Filing } from '../activities/ask-agencies';
import { theService } from '../domain/actor';
import type { Check } from '../domain/agencies';
import type { CaseFile } from '../domain/case-file';
import { stageOf } from '../domain/waiting';
import { askAgency } from './activities';
import { untilReached } from './asking';
import { hearCheckNews } from './check-news';
import { metaOfNews, type Life } from './life';

/** What an agency may need to know of the filing itself. */
export type FilingOf = (file: CaseFile) => Filing;

export async function gatherChecks(life: Life, filingOf: FilingOf): Promise<void> {
  const round = { over: false };
  const left = life
    .until((file) => stageOf(file) !== 'verification')
    .then(() => {
      round.over = true;
    });
  const asked = Object.keys(life.file.checks ?? {}) as Check[];
  await Promise.all([left, ...asked.map((check) => gatherCheck(life, check, { filingOf, round }))]);
}

/** One for all checks: once a case has left verification nobody stays behind, also when it is back at once. */
interface Round {
  over: boolean;
}

/** Asks one agency, and again each time that the case orders it, for as long as verification lasts. */
async function gatherCheck(
  life: Life,
  check: Check,
  { filingOf, round }: { filingOf: FilingOf; round: Round },
): Promise<void> {
  for (let asked = 0; !round.over;) {
    const found = life.file.checks?.[check];
    if (found !== undefined && found.asks > asked) {
      asked = found.asks;
      await question(life, { check, ask: asked, filing: filingOf(life.file) });
    }
    await life.until(({ checks: now }) => (now?.[check]?.asks ?? 0) > asked || round.over);
  }
}

async function question(
  life: Life,
  { check, ask, filing }: { check: Check; ask: number; filing: Filing },
): Promise<void> {
  const { caseId, personId } = life.file;
  const requestId = `${caseId}.${check}.${ask}`;
  const waiting = () => {
    const open = life.file.checks?.[check];
    return open?.result === null && open.asks === ask;
  };
  const reply = await untilReached(waiting, () => askAgency({ caseId, personId, check, requestId, filing }));
  if (reply?.kind === 'not-due') {
    const { effectiveAt, codes } = reply;
    const meta = { effectiveAt, actor: theService, causeId: `not-due:${requestId}` };
    await life.record([{ type: 'check-not-due', data: { check, codes } }], meta);
  }
  if (reply?.kind !== 'answered') return;
  const news = { ...reply.news, check, requestId, cause: `asked:${requestId}` };
  life.applyDueBy(news.effectiveAt, true);
  await life.record(hearCheckNews(life.file, news), metaOfNews(check, news));
}
