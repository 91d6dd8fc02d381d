/** What becomes of a row when the door that a person files through refuses it. */
import { expect, test } from '@jest/globals';
import { createBulkSteps, type BulkStepDeps } from '../../api/bulk-steps';
import { permitFormRules } from '../../api/permit-form-rules';
import type { RowToFile } from '../../db/desk/bulk-filings';
import type { Prefilled } from '../../db/reads/prefilled';
import { aPermitFile } from '../support/permit-files';
import { aPermitForm, permitFiledOn, permitPerson } from '../support/permit-forms';

const person = {
  ...{ surname: 'Marker', givenName: 'Rustam', citizenship: 'RUS', passportNumber: 'FA9100417' },
  ...permitPerson,
};
const offsetMs = Date.parse(`${permitFiledOn}T06:00:00.000Z`) - Date.now();
const file = aPermitFile('awaiting-form');
const row = { file, waitingUntil: null, headHash: '', offsetMs };
const form = aPermitForm('eaeu-work', {}, 'renewal');

/** The register prevails: by it the permit had ended longer ago than the row says. */
const ended: Prefilled = {
  ...{ pointer: '/currentPermit/validUntil', value: '2026-04-30', source: 'permit-register' },
  ...{ answerId: 'answer-1', receivedAt: '2026-05-04T05:00:00.000Z' },
};

test('a row that only the register of permits shows to be late fails by its column', async () => {
  const rules = permitFormRules({ row, person, prefilled: [ended], employerBin: null });
  const casework = {
    atDesk: () => Promise.resolve({ number: 1, answer: { version: 1 } }),
    act: () => Promise.resolve(rules.submission(form)),
  } as unknown as BulkStepDeps['casework'];
  const step = createBulkSteps({
    casework,
    rows: { markFiled: () => Promise.resolve() },
    findCase: () => Promise.resolve(row),
    filingDate: () => permitFiledOn,
  });
  const content = { filing: 'renewal', purpose: 'eaeu-work', region: 'abai', person, form } as const;
  const filed: RowToFile = {
    ...{ filingId: 'f', row: 2, caseId: file.caseId, state: 'filed', content, tries: 1, troubles: 0 },
    ...{ employerId: 'e', uploadedBy: 'e-one', language: 'en' },
  };
  expect(await step(filed)).toEqual({
    state: 'failed',
    code: 'filing-window-closed',
    faults: [
      { column: 'currentPermitUntil', code: 'filing-window-closed', message: expect.stringMatching(/fine/) },
    ],
  });
});
