/** Documents that are asked for in verification: handed in, or missing until they are. */
import { describe, expect, test } from '@jest/globals';
import type { DocumentKind } from '../../domain/events';
import { aCaseFile, after, answeredClear, caseworker, tell, type Told } from '../support/case-files';
import { permanentChecks as checks } from '../../domain/agencies';

const ask = (day: number, ...kinds: DocumentKind[]) => tell('documents-requested', { day, data: { kinds } });
const lapse = (day: number) => tell('turn-lapsed', { day, data: { turn: 'documents' } });
const hand = (day: number, kind: DocumentKind, documentId = `${kind}-${day}`) =>
  tell('documents-provided', {
    day,
    data: { documents: [{ documentId, kind, sha256: 'e'.repeat(64) }] },
  });
const judge = (day: number, documentId: string, judgement: 'clear' | 'adverse') =>
  tell('documents-judged', { day, data: { findings: [{ documentId, judgement }] } });
const ready = (...told: Told[]) =>
  after(
    'awaiting-schedule',
    tell('interview-scheduled', { day: 8 }),
    tell('interview-recorded', { day: 15 }),
    ...told,
  );

describe('documents that are asked for', () => {
  test('are the applicant’s turn, and then take the place of those of their kind, unjudged', () => {
    const file = after('awaiting-documents', hand(9, 'passport'));
    expect(file.documents).toEqual([
      { documentId: 'passport-9', kind: 'passport', sha256: 'e'.repeat(64), judgement: null, judgedBy: null },
    ]);
    expect([file.documentsRequested, file.documentsMissing, file.status]).toEqual([[], [], 'verification']);
  });

  test('wait for agencies, then for a judgement, then the case goes on', () => {
    const handed = after(
      'awaiting-documents',
      hand(9, 'passport'),
      ...checks.map((c) => answeredClear(c, 9)),
    );
    expect(handed.status).toBe('awaiting-judgement');
    const judged = after(
      'awaiting-documents',
      hand(9, 'passport'),
      ...checks.map((c) => answeredClear(c, 9)),
      judge(10, 'passport-9', 'clear'),
    );
    expect(judged.status).toBe('awaiting-schedule');
    expect(judged.documents[0]).toMatchObject({ judgement: 'clear', judgedBy: caseworker.id });
  });

  test('and judged adverse lead to the proposal without an interview', () => {
    const answered = checks.map((c) => answeredClear(c, 9));
    const file = after(
      'awaiting-documents',
      hand(9, 'passport'),
      ...answered,
      judge(10, 'passport-9', 'adverse'),
    );
    expect(file.status).toBe('awaiting-proposal');
  });

  test('and not handed in are missing, which is no end of the case', () => {
    const answered = checks.map((c) => answeredClear(c, 9));
    const file = after('awaiting-documents', ...answered, judge(9, 'document-1', 'clear'), lapse(28));
    expect(file).toMatchObject({
      status: 'awaiting-proposal',
      documentsMissing: ['passport'],
      closedAt: null,
    });
    expect(file.documentsRequested).toEqual([]);
  });

  test('stay the applicant’s turn while agencies answer', () => {
    const file = after('awaiting-documents', ...checks.map((c) => answeredClear(c, 9)));
    expect(file.status).toBe('awaiting-documents');
  });

  test('are not forgotten when others are asked for later', () => {
    const missing = ready(
      ask(16, 'passport'),
      lapse(40),
      ask(41, 'photo'),
      hand(42, 'photo'),
      judge(43, 'photo-42', 'clear'),
    );
    expect(missing.documentsMissing).toEqual(['passport']);
    expect(missing.status).toBe('awaiting-proposal');
  });

  test('are missing each once, however often they were asked for', () => {
    const twice = ready(ask(16, 'passport'), lapse(40), ask(41, 'passport', 'photo'), lapse(60));
    expect(twice.documentsMissing).toEqual(['passport', 'photo']);
  });

  test('are missing no more once they are handed in, asked for or not', () => {
    const asked = ready(ask(16, 'passport'), lapse(40), ask(41, 'passport'), hand(42, 'passport'));
    expect(asked.documentsMissing).toEqual([]);
    const beside = tell('documents-provided', {
      day: 42,
      data: {
        documents: (['photo', 'passport'] as const).map((kind) => ({
          documentId: kind,
          kind,
          sha256: 'e'.repeat(64),
        })),
      },
    });
    expect(ready(ask(16, 'passport'), lapse(40), ask(41, 'photo'), beside).documentsMissing).toEqual([]);
  });

  test('and an officer’s stop leave the turn running', () => {
    const { clocks } = after('awaiting-documents', tell('clock-stopped', { day: 7 }));
    expect(clocks.turn).toEqual(aCaseFile({ status: 'awaiting-documents' }).clocks.turn);
  });
});
