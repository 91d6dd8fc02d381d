/** Papers that an officer reads as known to a register, of a case that was filed. */
import { expect, test } from '@jest/globals';
import { people } from '../../agencies/people';
import { viewKnownOfCase } from '../../api/views/documents-known';
import type { Prefilled } from '../../db/reads/prefilled';
import { aPermitFile } from '../support/permit-files';
import { aPermitForm } from '../support/permit-forms';

const sideJob: Prefilled = {
  ...{ pointer: '/employment/contractNumber', value: 'SIDE-1', source: 'labour-contracts' },
  ...{ answerId: 'answer-1', receivedAt: '2026-05-04T05:00:02.000Z' },
};

test.each([
  ['permit-2026-11-25', []],
  ['permit-2026-11-24', ['employment-contract']],
])('under %s the contract of a side job shows nothing of the one that is named', (policyVersion, kinds) => {
  const file = { ...aPermitFile('awaiting-decision'), policyVersion };
  const written = {
    content: aPermitForm('eaeu-work'),
    person: people.bekzod.person,
    prefilled: [sideJob],
  };
  expect(viewKnownOfCase(file, written).map(({ kind }) => kind)).toEqual(kinds);
});
