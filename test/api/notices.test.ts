/** An applicant's notices: his own, in his language, and the proof that he has the ones he opened. */
import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NoticeView } from '../../api/schemas/notices';
import { intake, noticeDeliveries } from '../../db/schema';
import type { DeliveryChannel, DeliveryOutcome } from '../../domain/delivery';
import { languages } from '../../domain/languages';
import { recordCase, steps } from './office/cases';
import { openOffice, type Office } from './office/office';
import { refused } from './office/turns';

const proposalSeq = steps.interviewed + 1;
const decisionSeq = steps.interviewed + refused.length;

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const refusedCase = (applicantId = 'p-one') =>
  recordCase(office, 'interviewed', { applicantId, then: refused });

async function ask(path: string, wishes: { language?: string; subject?: string } = {}) {
  const bearer = await office.bearer(wishes.subject ?? 'p-one', 'applicant');
  const headers = { ...bearer, ...(wishes.language && { 'accept-language': wishes.language }) };
  return office.app.inject({ url: `/applications/${path}`, headers });
}
async function listed(caseId: string, language?: string): Promise<NoticeView[]> {
  const reply = await ask(`${caseId}/notices`, language ? { language } : {});
  expect(reply.statusCode).toBe(200);
  return reply.json<{ notices: NoticeView[] }>().notices;
}
async function opened(caseId: string, seq: number, language?: string): Promise<NoticeView> {
  const reply = await ask(`${caseId}/notices/${seq}`, language ? { language } : {});
  expect(reply.statusCode).toBe(200);
  return reply.json<NoticeView>();
}
const proofsOf = (caseId: string) =>
  office.deps.db
    .select()
    .from(intake)
    .where(and(eq(intake.caseId, caseId), eq(intake.verb, 'receiveDelivery')))
    .orderBy(asc(intake.number));

/** As the postman writes it down. */
const attempt = (caseId: string, channel: DeliveryChannel, outcome: DeliveryOutcome, at: string) =>
  office.deps.db.insert(noticeDeliveries).values({ caseId, seq: 1, channel, outcome, at, code: '250' });

/** Every number of a text, in any order; an English date counts as the same date in figures. */
function numbersIn({ lines }: NoticeView): string[] {
  const months = 'January February March April May June July August September October November December';
  const inFigures = lines.join('\n').replace(/(\d+) ([A-Z][a-z]+) (\d{4})/g, (whole, day, month, year) => {
    const number = months.split(' ').indexOf(month) + 1;
    return number === 0
      ? whole
      : `${String(day).padStart(2, '0')}.${String(number).padStart(2, '0')}.${year}`;
  });
  return (inFigures.match(/\d+/g) ?? []).sort();
}

describe('the list', () => {
  test('tells everything in its order, and that nothing proves yet who has it', async () => {
    const notices = await listed(await refusedCase());
    expect(notices.map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, 'application-registered'],
      [steps.formOpen, 'form-open'],
      [steps.scheduled, 'interview-appointed'],
      [proposalSeq, 'refusal-proposed'],
      [decisionSeq, 'decision'],
    ]);
    expect(notices.map(({ delivered }) => delivered)).toEqual(
      notices.map(() => ({ account: null, email: null })),
    );
  });

  test('proves nothing by being read', async () => {
    const caseId = await refusedCase();
    await listed(caseId);
    expect(await proofsOf(caseId)).toEqual([]);
    expect((await listed(caseId)).every(({ delivered }) => delivered.account === null)).toBe(true);
  });

  test('says the same facts in each language, and each in words of its own', async () => {
    const caseId = await refusedCase();
    const [kk = [], ru = [], en = []] = await Promise.all(languages.map((each) => listed(caseId, each)));
    const facts = (notices: NoticeView[]) =>
      notices.map((notice) => {
        const { language: _, subject: __, lines: ___, ...coded } = notice;
        return { ...coded, numbers: numbersIn(notice) };
      });
    expect(facts(ru)).toEqual(facts(kk));
    expect(facts(en)).toEqual(facts(kk));
    expect([kk, ru, en].map((notices) => notices[0]?.language)).toEqual([...languages]);
    for (const [index, notice] of kk.entries()) {
      const said = [notice, ru[index], en[index]].map((each) => JSON.stringify(each?.lines));
      expect([notice.kind, new Set(said).size]).toEqual([notice.kind, 3]);
    }
  });

  test.each([
    ['kk-KZ, ru;q=0.5', 'kk'],
    ['de, ru;q=0.5, en;q=0.4', 'ru'],
    ['de', 'en'],
    [undefined, 'en'],
  ])('for someone who reads %s is in %s', async (wish, language) => {
    expect((await listed(await refusedCase(), wish))[0]?.language).toBe(language);
  });

  test('shows when a letter was taken, and an attempt that failed proves nothing', async () => {
    const caseId = await refusedCase();
    await attempt(caseId, 'email', 'failed', '2026-05-05T05:00:00.000Z');
    expect((await listed(caseId))[0]?.delivered).toEqual({ account: null, email: null });
    await attempt(caseId, 'email', 'delivered', '2026-05-05T05:00:30.000Z');
    expect((await listed(caseId))[0]?.delivered).toEqual({
      account: null,
      email: '2026-05-05T05:00:30.000Z',
    });
  });
});

describe('opening a notice', () => {
  test('is the proof of its delivery, once, and the first time stands', async () => {
    const caseId = await refusedCase();
    const first = await opened(caseId, proposalSeq);
    expect(first).toMatchObject({ seq: proposalSeq, kind: 'refusal-proposed', delivered: { email: null } });
    expect(first.delivered.account).not.toBeNull();
    expect(await opened(caseId, proposalSeq)).toEqual(first);
    const proofs = await proofsOf(caseId);
    expect(proofs).toMatchObject([
      {
        actorRole: 'service',
        state: 'received',
        message: { noticeSeq: proposalSeq, kind: 'refusal-proposed', channel: 'account' },
      },
    ]);
    expect((await listed(caseId)).find(({ seq }) => seq === proposalSeq)).toEqual(first);
  });

  test('twice at the same moment is one proof', async () => {
    const caseId = await refusedCase();
    const both = await Promise.all([opened(caseId, decisionSeq), opened(caseId, decisionSeq)]);
    expect(both[1].delivered).toEqual(both[0].delivered);
    expect(await proofsOf(caseId)).toHaveLength(1);
    expect(await office.deps.db.$count(noticeDeliveries, eq(noticeDeliveries.caseId, caseId))).toBe(1);
  });

  test('on which no time limit hangs is kept, and the case does not hear of it', async () => {
    const caseId = await refusedCase();
    expect((await opened(caseId, 1)).delivered.account).not.toBeNull();
    expect(await proofsOf(caseId)).toEqual([]);
  });

  test('counts whatever language it is read in', async () => {
    const caseId = await refusedCase();
    const [kk, ru] = [await opened(caseId, decisionSeq, 'kk'), await opened(caseId, decisionSeq, 'ru')];
    expect([kk.language, ru.language]).toEqual(['kk', 'ru']);
    expect(ru.delivered).toEqual(kk.delivered);
    expect(numbersIn(ru)).toEqual(numbersIn(kk));
  });

  test('cannot be done by looking for its headers alone', async () => {
    const caseId = await refusedCase();
    const headers = await office.bearer('p-one', 'applicant');
    const url = `/applications/${caseId}/notices/${proposalSeq}`;
    expect((await office.app.inject({ method: 'HEAD', url, headers })).statusCode).not.toBe(200);
    expect(await proofsOf(caseId)).toEqual([]);
  });

  test('of an act that told nobody anything, or of none, leads nowhere', async () => {
    const caseId = await refusedCase();
    for (const seq of [2, decisionSeq + 1, 999_999]) {
      const reply = await ask(`${caseId}/notices/${seq}`);
      expect([seq, reply.statusCode, reply.json().code]).toEqual([seq, 404, 'not-found']);
    }
    for (const seq of ['0', '-1', '1.5', 'first', '1000001']) {
      const { statusCode } = await ask(`${caseId}/notices/${seq}`);
      expect([seq, statusCode >= 400 && statusCode < 500]).toEqual([seq, true]);
    }
    expect(await proofsOf(caseId)).toEqual([]);
  });
});

describe('the notices of another', () => {
  test('look like those of no case, and stay unopened', async () => {
    const foreign = await refusedCase('p-two');
    for (const caseId of [foreign, '7Q4M-2XHD-9F3T', 'nonsense'])
      for (const path of ['notices', `notices/${proposalSeq}`]) {
        const reply = await ask(`${caseId}/${path}`);
        expect([caseId, path, reply.statusCode, reply.json().code]).toEqual([caseId, path, 404, 'not-found']);
      }
    expect(await proofsOf(foreign)).toEqual([]);
    expect(await office.deps.db.$count(noticeDeliveries, eq(noticeDeliveries.caseId, foreign))).toBe(0);
  });

  test('are not opened for him by the office', async () => {
    const caseId = await refusedCase();
    for (const role of ['caseworker', 'supervisor', 'auditor', 'operator'] as const) {
      const headers = await office.bearer(`s-${role}`, role);
      const url = `/applications/${caseId}/notices/${proposalSeq}`;
      expect([role, (await office.app.inject({ url, headers })).statusCode]).toEqual([role, 403]);
    }
    expect(await proofsOf(caseId)).toEqual([]);
  });
});
