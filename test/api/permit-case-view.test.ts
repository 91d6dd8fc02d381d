/** A permit as the deciding officer reads it: the form's values, what a proposal rests on, what would stand in a refusal. */
import { describe, expect, test } from '@jest/globals';
import type { Prefilled } from '../../db/reads/prefilled';
import { viewCase } from '../../api/views/case-view';
import { theService } from '../../domain/actor';
import { foldEvents } from '../../domain/apply-event';
import type { ValueUse } from '../../domain/permit';
import { permitAsked, permitChecks, permitLives } from '../support/permit-files';
import { aPermitForm, permitPerson } from '../support/permit-forms';
import { answeredClear, story, tell, type Told } from '../support/tell';
import { caseId, onDay, usualPermitData } from '../support/usual-events';

const person = {
  ...{ surname: 'Marker', givenName: 'Rustam', citizenship: 'RUS', passportNumber: 'FA9100417' },
  ...permitPerson,
};
const window = { rule: 'before-the-end' as const, lastDay: '2026-06-01' };
const receivedAt = onDay(0);
const address: Prefilled = {
  ...{ pointer: '/stay/addressCode', value: '0202100123456780', source: 'permit-register' },
  ...{ answerId: 'answer-1', receivedAt },
};

const corrected: ValueUse = {
  ...{ pointer: '/stay/addressCode', used: 'corrected', source: 'permit-register', rule: 'person-knows' },
};
const usingOwnAddress = permitLives['awaiting-decision'].map((told) =>
  told.type === 'form-submitted'
    ? tell('form-submitted', { day: 1, data: { permit: { uses: [corrected], window } } })
    : told,
);

/** As an officer reads it on 12 May 2026; `prefilled` is what registers said. */
function readBy(officer: string, told: readonly Told[], prefilled: Prefilled[] = []) {
  const recorded = { recordedAt: receivedAt, previousHash: '', hash: '' };
  const events = story(told).map((event) => ({ ...event, ...recorded }));
  const file = foldEvents(caseId, events);
  if (file === null) throw new Error('a story without events is no case');
  const content = aPermitForm('eaeu-work', {}, 'renewal');
  const sources = {
    row: { file, waitingUntil: null, headHash: '', offsetMs: 0 },
    form: { version: 3, content, sha256: 'd'.repeat(64), savedAt: receivedAt },
    ...{ person, prefilled, documents: [], answers: [], events, texts: new Map<string, string>() },
    notices: [],
  };
  return viewCase(sources, { id: officer, roles: ['caseworker'], delegation: null }, onDay(8));
}

describe('a deciding officer reads', () => {
  test('the register’s value beside the person’s, under the form that was handed in', () => {
    const { form } = readBy('aizhan', usingOwnAddress, [address]);
    expect(form?.values).toEqual([
      {
        pointer: '/stay/addressCode',
        fetched: { value: '0202100123456780', source: 'permit-register', receivedAt },
        typed: '0202100123456789',
        used: 'corrected',
        rule: 'person-knows',
      },
    ]);
  });

  test('which paper nobody asked for, since a register knows it', () => {
    const contract: Prefilled = {
      ...address,
      ...{ pointer: '/employment/contractNumber', value: 'TD-17', source: 'labour-contracts' },
    };
    const { documentsKnown } = readBy('aizhan', permitLives.verification, [address, contract]);
    const known = { kind: 'employment-contract', by: 'labour-contracts', confidence: 'press' };
    expect(documentsKnown).toEqual([
      { ...known, source: expect.stringMatching(/unified system of labour contracts/) },
    ]);
    expect(readBy('aizhan', permitLives['awaiting-form'], [contract]).documentsKnown).toEqual([]);
  });

  test('nothing of the form before it is handed in', () => {
    expect(readBy('aizhan', permitLives['awaiting-form'], [address]).form).toBeNull();
  });
});

describe('an officer who is to confirm reads what the service’s own proposal rests on', () => {
  const term = usualPermitData['permit-issued'].term;
  const data = { outcome: 'grant' as const, reasons: [], text: null, term };
  const proposed = tell('decision-proposed', { day: 2, actor: theService, data });
  const judged = tell('finding-judged', { day: 1, data: { check: 'berkut', judgement: 'clear' } });
  const unclear = tell('check-answered', {
    day: 1,
    data: { check: 'berkut', result: 'unclear', codes: ['overstay'], requestId: `${caseId}.berkut.1` },
  });
  const life = [...permitAsked, tell('documents-judged', { day: 1 }), tell('place-reserved', { day: 1 })];
  const clear = [unclear, judged, ...permitChecks.slice(1).map((check) => answeredClear(check, 1))];

  test('each check with its answer and when it came, or who judged it', () => {
    const basis = readBy('aizhan', [...life, ...clear, proposed]).proposal?.basis;
    const answer = expect.objectContaining({ answerId: expect.any(String) });
    const common = { answer, receivedAt: onDay(1) };
    expect(basis?.checks).toEqual([
      { ...common, check: 'berkut', result: 'unclear', codes: ['overstay'], judgedBy: 'aizhan' },
      ...permitChecks
        .slice(1)
        .map((check) => ({ ...common, check, result: 'clear', codes: [], judgedBy: null })),
    ]);
  });

  test('the papers that were judged, the window, the place and the limits of the term with their sources', () => {
    const { proposal } = readBy('aizhan', [...life, ...clear, proposed]);
    expect(proposal?.basis).toMatchObject({
      papers: [{ kind: 'passport', judgement: 'clear', judgedBy: 'aizhan' }],
      window: { ...window, source: expect.stringMatching(/within ten calendar days/) },
      place: usualPermitData['place-reserved'],
    });
    expect(proposal?.term?.limits).toEqual(term.limits);
  });

  test('no longer, once an answer that it rests on may not be relied on any more', () => {
    const expired = tell('answer-expired', { day: 2, data: { check: 'criminal-registry' } });
    expect(readBy('aizhan', [...life, ...clear, proposed, expired]).proposal).toBeNull();
  });

  test('and nothing of the kind of what a person proposed', () => {
    const { proposal } = readBy('aizhan', [
      ...permitLives.granted,
      tell('decision-proposed', { day: 9, data: { outcome: 'annul', hearing: true } }),
    ]);
    expect(proposal).toMatchObject({ outcome: 'annul', basis: null });
  });
});

describe('an officer who is to refuse', () => {
  const registry = { check: 'criminal-registry', codes: ['wanted'] } as const;
  const contradicted = { ...registry, codes: [...registry.codes], result: 'adverse' as const };
  const wanted = [
    tell('answer-contradicted', { day: 2, data: contradicted }),
    tell('finding-judged', { day: 2, data: { check: registry.check, judgement: 'adverse' } }),
  ];

  test('finds the ground, its evidence and its article at hand', () => {
    expect(readBy('aizhan', [...permitLives['awaiting-decision'], ...wanted]).draftReasons).toMatchObject([
      { ground: 'wanted', evidence: 'criminal-registry', article: 'order 992, item 9', because: ['wanted'] },
    ]);
  });

  test('finds none while nothing is adverse, and none once it is decided', () => {
    for (const status of ['awaiting-decision', 'refused'] as const)
      expect(readBy('aizhan', permitLives[status]).draftReasons).toEqual([]);
  });
});
