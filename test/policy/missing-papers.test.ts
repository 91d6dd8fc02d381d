/** A paper that was asked for and never came is missing until it comes, also after a refusal for it was set aside. */
import { describe, expect, test } from '@jest/globals';
import { applyEvent } from '../../domain/apply-event';
import type { CaseFile } from '../../domain/case-file';
import type { ReturnStage } from '../../domain/events';
import { eventsOfAct } from '../../policy/events-of-act';
import { mayGrant } from '../../policy/guards/decision';
import { whyNot } from '../../policy/moves';
import { draftReasons } from '../../policy/permit/draft-reasons';
import {
  anEvent,
  answeredClear,
  aPermitFile,
  caseworker,
  onDay,
  permitChecks,
  supervisor,
  tell,
  textRef,
  type Told,
} from '../support/case-files';

const neverCame = [
  tell('completeness-checked', {
    ...{ day: 1, data: { owed: ['passport', 'owner-consent'], missing: ['owner-consent'] } },
  }),
  tell('turn-lapsed', { day: 8, data: { turn: 'documents' } }),
  tell('documents-judged', { day: 8 }),
  ...permitChecks.map((check) => answeredClear(check, 8)),
];
const complained = [
  tell('decision-approved', { day: 9, actor: caseworker, data: { outcome: 'refuse' } }),
  tell('application-refused', { day: 9, actor: caseworker }),
  tell('complaint-filed', { day: 10 }),
];
const filed = aPermitFile('checking-completeness', ...neverCame, ...complained);

type Body = Pick<Told, 'type' | 'data'>;

function withBody(file: CaseFile, { type, data }: Body, day: number): CaseFile {
  return applyEvent(file.caseId, file, anEvent(type, { day, seq: file.seq + 1, data }));
}

function told(
  verb: 'satisfyComplaint' | 'decideComplaint',
  file: CaseFile,
  returnTo: ReturnStage,
): readonly Body[] {
  const by = { intake: '9', effectiveAt: onDay(11), actor: supervisor, outages: [] };
  const data = { outcome: 'satisfied', returnTo, reason: textRef } as const;
  return eventsOfAct[verb](file, { ...by, data });
}

/** The refusal is set aside, and every agency that was asked again finds nothing. */
function foundClear(returnTo: ReturnStage): CaseFile {
  const back = told('satisfyComplaint', filed, returnTo).reduce(
    (file, body) => withBody(file, body, 11),
    filed,
  );
  return permitChecks
    .map((check) => answeredClear(check, 11))
    .reduce((file, one) => withBody(file, one, 11), back);
}

describe('a permit that was refused for a paper that never came', () => {
  test('could not have been granted without it', () => {
    const file = aPermitFile('checking-completeness', ...neverCame);
    expect(file).toMatchObject({ status: 'awaiting-decision', documentsMissing: ['owner-consent'] });
    expect(mayGrant(file)).toBe(false);
  });

  test.each(['satisfyComplaint', 'decideComplaint'] as const)(
    'and that goes back to verification by %s, misses it still, and the record says so',
    (verb) => {
      const last = told(verb, filed, 'verification').at(-1);
      expect(last).toMatchObject({
        type: 'decision-set-aside',
        data: { returnTo: 'verification', keepsMissing: true },
      });
    },
  );

  test('is not granted without it after all agencies answered anew, least of all by the rule', () => {
    const file = foundClear('verification');
    expect(file).toMatchObject({ status: 'awaiting-decision', documentsMissing: ['owner-consent'] });
    expect(mayGrant(file)).toBe(false);
  });

  describe('leaves the officer who has it again', () => {
    const file = foundClear('verification');
    const now = { actor: caseworker, effectiveAt: onDay(12) };
    const asked = withBody(file, tell('documents-requested', { data: { kinds: ['owner-consent'] } }), 12);

    test('to ask for it once more: it comes, is judged, and nothing is missing', () => {
      const data = { kinds: ['owner-consent'] as const, reason: textRef };
      expect(
        whyNot('requestDocuments', file, { ...now, data: { ...data, kinds: [...data.kinds] } }),
      ).toBeUndefined();
      const documents = [{ documentId: 'consent', kind: 'owner-consent' as const, sha256: 'e'.repeat(64) }];
      const came = withBody(asked, tell('documents-provided', { data: { documents } }), 13);
      const findings = [{ documentId: 'consent', judgement: 'clear' as const }];
      const judged = withBody(came, tell('documents-judged', { data: { findings } }), 13);
      expect(judged).toMatchObject({ status: 'awaiting-decision', documentsMissing: [] });
      expect(mayGrant(judged)).toBe(true);
    });

    test('to find it missing again, where the turn passes once more', () => {
      const lapsed = withBody(asked, tell('turn-lapsed', { data: { turn: 'documents' } }), 20);
      expect(lapsed).toMatchObject({ status: 'awaiting-decision', documentsMissing: ['owner-consent'] });
    });

    test('or to refuse for it, with the reason at hand', () => {
      const [reason] = draftReasons(file);
      expect(reason).toMatchObject({ ground: 'documents-not-supplied', evidence: 'documents' });
      const { ground, article, evidence } = reason!;
      const data = { outcome: 'refuse', version: null, reasons: [{ ground, article, evidence }] } as const;
      const act = { ...now, data: { ...data, reasons: [...data.reasons], text: textRef } };
      expect(whyNot('decideApplication', file, act)).toBeUndefined();
    });
  });

  test('says nothing of it where the list stays as it was, or the papers are compared anew', () => {
    for (const stage of ['decision', 'form'] as const) {
      expect(told('satisfyComplaint', filed, stage).at(-1)?.data).toEqual({ returnTo: stage });
    }
  });

  test('told in a record of before misses nothing, as it was told then', () => {
    const back = withBody(filed, tell('decision-set-aside', { data: { returnTo: 'verification' } }), 11);
    expect(back.documentsMissing).toEqual([]);
  });
});

test('a permit that misses nothing says nothing of it', () => {
  const { documentsMissing: _, ...rest } = filed;
  const complete = { ...rest, documentsMissing: [] };
  expect(told('satisfyComplaint', complete, 'verification').at(-1)?.data).toEqual({
    returnTo: 'verification',
  });
});
