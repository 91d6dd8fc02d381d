/** What must hold for a permit to be decided, changed and looked at again: one officer here, two people there. */
import { describe, expect, test } from '@jest/globals';
import type { ActData } from '../../domain/acts';
import type { Actor } from '../../domain/actor';
import type { CaseFile } from '../../domain/case-file';
import { returnStages } from '../../domain/events';
import type { UpdateVerb } from '../../domain/verbs';
import { eventsOfAct } from '../../policy/events-of-act';
import { mayGrant } from '../../policy/guards/decision';
import { whyNot } from '../../policy/moves';
import {
  aPermitFile,
  after,
  answeredClear,
  applicant,
  caseworker,
  onDay,
  otherSupervisor,
  permitChecks,
  supervisor,
  tell,
  textRef,
} from '../support/case-files';

const actors: Partial<Record<UpdateVerb, Actor>> = {
  decideReopening: supervisor,
  approveDecision: supervisor,
  decideComplaint: otherSupervisor,
  reportChange: applicant,
};
function answerTo<V extends UpdateVerb>(
  verb: V,
  file: CaseFile,
  said: { data: ActData[V]; actor?: Actor; day?: number },
) {
  const { data, actor = actors[verb] ?? caseworker, day = 50 } = said;
  return whyNot(verb, file, { actor, data, effectiveAt: onDay(day) });
}

describe('one officer decides on a permit', () => {
  const ready = aPermitFile('awaiting-decision');
  const proposed = aPermitFile(
    'awaiting-decision',
    tell('decision-proposed', { day: 2, data: { text: null } }),
  );
  const version = proposed.proposal!.version;
  const grant = { outcome: 'grant', version: null, reasons: [], text: null } as const;
  const shown = [{ ground: 'false-data', article: 'art. 49 (1) 10)', evidence: 'form' }];
  const decide = (file: CaseFile, unlike: Partial<ActData['decideApplication']> = {}) =>
    answerTo('decideApplication', file, { data: { ...grant, reasons: [], ...unlike } });

  test.each<[string, CaseFile, Partial<ActData['decideApplication']>, string | undefined]>([
    ['confirms what the service proposed', proposed, { version }, undefined],
    ['decides without a proposal', ready, {}, undefined],
    ['does not confirm what is no longer proposed', ready, { version }, 'stale-version'],
    ['does not confirm another proposal', proposed, { version: version + 1 }, 'stale-version'],
    [
      'does not turn a proposal round',
      proposed,
      { version, outcome: 'refuse', reasons: shown, text: textRef },
      'stale-version',
    ],
    ['refuses with reasons', ready, { outcome: 'refuse', reasons: shown, text: textRef }, undefined],
    ['refuses nobody without a ground', ready, { outcome: 'refuse', text: textRef }, 'reasons-missing'],
    ['refuses nobody without words', ready, { outcome: 'refuse', reasons: shown }, 'reasons-missing'],
    [
      'names no missing papers where none are missing',
      ready,
      { outcome: 'refuse', text: textRef, reasons: [{ ...shown[0]!, ground: 'documents-not-supplied' }] },
      'ground-not-shown',
    ],
    [
      'shows a ground by what can show it',
      { ...ready, policyVersion: 'permit-2026-11-23' },
      { outcome: 'refuse', text: textRef, reasons: [{ ...shown[0]!, ground: 'wanted' }] },
      'evidence-of-another-ground',
    ],
  ])('and %s', (...[, file, unlike, code]) => {
    expect(decide(file, unlike)).toBe(code);
  });

  test('who also looked at the papers: the law asks for one person', () => {
    expect(ready.tookPart).toEqual([caseworker.id]);
    expect(decide(ready)).toBeUndefined();
  });

  test('and never grants while something stands against it', () => {
    const paper = (judgement: 'clear' | 'adverse') =>
      tell('documents-judged', { day: 3, data: { findings: [{ documentId: 'document-1', judgement }] } });
    const clear = permitChecks.map((check) => answeredClear(check, 3));
    const lapsed = tell('turn-lapsed', { day: 9, data: { turn: 'documents' } });
    const adverse = tell('finding-judged', {
      day: 4,
      data: { check: permitChecks[0]!, judgement: 'adverse' },
    });
    const blocked = [
      aPermitFile('verification', paper('adverse'), ...clear),
      aPermitFile('awaiting-documents', lapsed, paper('clear'), ...clear),
      aPermitFile(
        'verification',
        paper('clear'),
        tell('check-unanswered', { day: 3, data: { check: permitChecks[0]! } }),
        ...clear.slice(1),
        adverse,
      ),
    ];
    for (const file of blocked) {
      expect([file.status, mayGrant(file), decide(file)]).toEqual([
        'awaiting-decision',
        false,
        'grant-blocked',
      ]);
    }
  });

  test('and what he says is the record: approved, and refused in one stroke', () => {
    const told = (data: ActData['decideApplication']) =>
      eventsOfAct
        .decideApplication(ready, {
          intake: '1',
          effectiveAt: onDay(2),
          actor: caseworker,
          outages: [],
          data,
        })
        .map(({ type }) => type);
    expect(told({ ...grant, reasons: [] })).toEqual(['decision-approved']);
    expect(told({ ...grant, outcome: 'refuse', reasons: shown, text: textRef })).toEqual([
      'decision-approved',
      'application-refused',
    ]);
  });
});

describe('an annulment of a permit', () => {
  const annulling = tell('decision-proposed', {
    day: 30,
    actor: { ...supervisor, role: 'caseworker' },
    data: { outcome: 'annul', hearing: true },
  });
  const heard = aPermitFile('granted', annulling, tell('hearing-closed', { day: 35 }));

  test('is heard first', () => {
    expect(aPermitFile('granted', annulling).status).toBe('awaiting-hearing');
    expect(heard.status).toBe('awaiting-approval');
  });

  test('needs a second person', () => {
    const data = { version: heard.proposal!.version };
    expect(answerTo('approveDecision', heard, { data })).toBe('four-eyes');
    expect(answerTo('approveDecision', heard, { data, actor: otherSupervisor })).toBeUndefined();
  });

  test('that is returned leaves the permit standing', () => {
    const returned = aPermitFile('granted', annulling, tell('decision-returned', { day: 36 }));
    expect(returned).toMatchObject({ status: 'granted', proposal: null });
  });
});

describe('a change is reported', () => {
  const granted = aPermitFile('granted');
  test.each([
    ['that happened within the permit’s term', '2026-06-01', undefined],
    ['of its first day', '2026-05-06', undefined],
    ['of today', '2026-06-23', undefined],
    ['that is still to come: not yet', '2026-06-24', 'change-not-in-term'],
    ['from before the permit: not here', '2026-05-05', 'change-not-in-term'],
  ])('%s', (_, on, code) => {
    expect(answerTo('reportChange', granted, { data: { change: 'died', on, text: null } })).toBe(code);
  });

  const term = { ...granted.permit!.term!, validFrom: '2026-06-10' };
  const renewed = aPermitFile('granting', tell('permit-issued', { day: 2, data: { term } }));
  test.each([
    ['of a renewal that has not begun, from the day of its decision', '2026-05-06', undefined],
    ['of a renewal, from before its decision: not here', '2026-05-05', 'change-not-in-term'],
  ])('%s', (_, on, code) => {
    const day = 20;
    expect(answerTo('reportChange', renewed, { day, data: { change: 'died', on, text: null } })).toBe(code);
  });
});

describe('two people reopen a decision', () => {
  const told = [tell('reopening-proposed', { day: 40 }), tell('reopening-supported', { day: 41 })];
  const data = { outcome: 'reopen', reason: textRef } as const;

  test.each([
    ['a permit', aPermitFile('granted', ...told)],
    ['a refused permit', aPermitFile('refused', ...told)],
    ['permanent residence', after('granted', ...told)],
  ])('about %s', (_, file) => {
    expect(answerTo('decideReopening', file, { data })).toBeUndefined();
    const sameOne = { id: caseworker.id, role: 'supervisor' } as const;
    expect(answerTo('decideReopening', file, { data, actor: sameOne })).toBe('four-eyes');
  });
});

test.each([
  ['of a permit that stood tells its first day', aPermitFile('granted'), 'reopen', '2026-05-06'],
  ['of a refusal tells none', aPermitFile('refused'), 'reopen', undefined],
  ['that is left tells none', aPermitFile('granted'), 'leave', undefined],
  ['of permanent residence tells none', after('granted'), 'reopen', undefined],
] as const)('a reopening %s', (_, file, outcome, heldFrom) => {
  const data = { outcome, reason: textRef };
  const act = { intake: 'i', effectiveAt: onDay(50), actor: supervisor, outages: [], data };
  const [event] = eventsOfAct.decideReopening(file, act);
  expect(event).toEqual({ type: 'reopening-decided', data: { ...data, ...(heldFrom && { heldFrom }) } });
});

test.each([
  ['had shortened it keeps its last day', '2026-12-01', { heldUntil: '2026-12-01' }],
  ['had taken nothing from it keeps none', null, {}],
])('a reopening of a permit of which a reported change %s', (_, validUntil, kept) => {
  const data = { effect: validUntil === null ? ('nothing' as const) : ('shortens' as const), validUntil };
  const file = aPermitFile('granted', tell('change-reported', { day: 40, data }));
  const said = { outcome: 'reopen' as const, reason: textRef };
  const act = { intake: 'i', effectiveAt: onDay(50), actor: supervisor, outages: [], data: said };
  const [event] = eventsOfAct.decideReopening(file, act);
  expect(event).toEqual({ type: 'reopening-decided', data: { ...said, heldFrom: '2026-05-06', ...kept } });
});

describe('a satisfied complaint sends a refused permit back', () => {
  const filed = aPermitFile(
    'refused',
    tell('complaint-filed', { day: 10 }),
    tell('complaint-forwarded', { day: 11 }),
  );
  test.each(returnStages)('to %s only where a permit has such a stage', (returnTo) => {
    const data = { outcome: 'satisfied', returnTo, reason: textRef } as const;
    const has = ['form', 'verification', 'decision'].includes(returnTo);
    expect(answerTo('decideComplaint', filed, { data, day: 12 })).toBe(
      has ? undefined : 'return-stage-wrong',
    );
  });
});
