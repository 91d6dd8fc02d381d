/** Callbacks of the agencies: kept if they are about whom we asked, and on to their case, once per answer. */
import { isAskedAbout, type Named } from '../../domain/answer-shape';
import { letters, type Letter, type LetterKind } from '../../domain/letters';
import type { ProblemCode } from '../../domain/problems';
import type { AgencyNews } from '../../db/agency-news';
import { hashOfJson } from '../../db/hash';
import type { Incoming, Intake } from '../../db/intake';
import type { Deliver } from '../delivery';
import { Problem } from '../problems';

export interface Delivered {
  kind: LetterKind;
  deliveryId: string;
  letter: Letter;
  rawSha256: string;
}

export interface AnswerDeskDeps {
  intake: Pick<Intake, 'settle' | 'release'>;
  register: (
    incoming: Incoming,
    alongside: Parameters<Intake['register']>[1],
  ) => ReturnType<Intake['register']>;
  deliver: Deliver;
  news: AgencyNews;
  /** What an answer tells a case, in codes. */
  codeAnswer: (kind: LetterKind, letter: Letter) => object;
  budgetMs: number;
  leaseMs: number;
}

export function createAnswerDesk(deps: AnswerDeskDeps) {
  const { intake, register, deliver, news, codeAnswer, budgetMs, leaseMs } = deps;

  /** The testing centre names nobody: its letters go by the attempt, or by the certificate that was presented. */
  async function isAboutHim(caseId: string, kind: LetterKind, letter: Letter): Promise<boolean> {
    if (letters[kind].agency === 'testing-centre') return true;
    const person = await news.findPersonOf(caseId);
    return person !== undefined && isAskedAbout(person, letter as Named);
  }

  return {
    /**
     * Kept, and on to the case it belongs to, once per answer. Throws the problem of a letter that names another person
     * than was asked about: of him nothing is kept.
     */
    async receiveAnswer({ kind, deliveryId, letter, rawSha256 }: Delivered) {
      const { agency, verb } = letters[kind];
      const { requestId, answerId } = letter;
      const caseId = (await news.findCaseOfRequest(agency, requestId)) ?? null;
      if (caseId !== null && !(await isAboutHim(caseId, kind, letter)))
        throw new Problem('callback-about-another');
      const sha256 = hashOfJson(letter);
      const isStrange =
        caseId !== null &&
        'certificateNumber' in letter &&
        !(await news.wasPresented(caseId, letter.certificateNumber));
      let duplicate = false;
      const { entry, isNew } = await register(
        {
          caseId,
          verb,
          actor: { id: agency, role: 'agency' },
          idempotencyKey: deliveryId,
          body: { rawSha256 },
          message: { requestId, answer: { answerId, sha256 }, ...codeAnswer(kind, letter) },
          leaseMs,
        },
        async (tx) => {
          duplicate = !(await news.keepAnswerInTx(tx, {
            agency,
            answerId,
            requestId,
            caseId,
            body: letter,
            sha256,
          }));
          if (duplicate) return { state: 'kept', answer: { reason: 'duplicate' } };
          if (caseId === null) return { state: 'kept', answer: { reason: 'unknown-case' } };
          if (isStrange) return { state: 'kept', answer: { reason: 'another-certificate' } };
          return undefined;
        },
      );
      const replayed = !isNew;
      if (entry.state !== 'received' || replayed)
        return { number: entry.number, state: entry.state, replayed, duplicate };
      const settlement = await deliver(entry, budgetMs);
      const settled = settlement && (await intake.settle(entry.number, settlement));
      if (settlement === undefined) await intake.release(entry.number, 0);
      return { number: entry.number, state: settled?.state ?? entry.state, replayed, duplicate };
    },

    async refuseCallback(refused: {
      agency: string;
      code: ProblemCode;
      bodySha256: string;
      deliveryId: string | null;
    }): Promise<void> {
      await news.keepRefusal(refused);
    },
  };
}
