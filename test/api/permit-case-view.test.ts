/** A permit as the deciding officer reads it: the values of the form beside each other. */
import { describe, expect, test } from '@jest/globals';
import type { Prefilled } from '../../db/reads/prefilled';
import { viewCase } from '../../api/views/case-view';
import { foldEvents } from '../../domain/apply-event';
import type { ValueUse } from '../../domain/permit';
import { permitLives } from '../support/permit-files';
import { aPermitForm, permitPerson } from '../support/permit-forms';
import { story, tell, type Told } from '../support/tell';
import { caseId, onDay } from '../support/usual-events';

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
  return viewCase(sources, { id: officer, roles: ['caseworker'] }, onDay(8));
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

  test('nothing of the form before it is handed in', () => {
    expect(readBy('aizhan', permitLives['awaiting-form'], [address]).form).toBeNull();
  });
});
