/** The life of a temporary permit: what each event makes of the case, and where the ball is. */
import { describe, expect, test } from '@jest/globals';
import { stateSources } from '../../domain/permit';
import { waitingOn } from '../../domain/waiting';
import {
  aPermitFile,
  fileOf,
  permitLives,
  answeredClear,
  caseworker,
  onDay,
  permitChecks,
  tell,
  textRef,
  type Told,
} from '../support/case-files';

const isClockRunning = ({ clocks }: ReturnType<typeof aPermitFile>) =>
  clocks.service.endedAt === null && clocks.service.stops.every(({ to }) => to !== null);
const fetched = (source: (typeof stateSources)[number]) =>
  tell('state-data-fetched', { data: { source, pointers: [`/${source}`] } });
const judged = (documentId: string, judgement: 'clear' | 'adverse' = 'clear') =>
  tell('documents-judged', { day: 3, data: { findings: [{ documentId, judgement }] } });
const answered = permitChecks.map((check) => answeredClear(check, 3));

describe('before the form', () => {
  test('the registers have the ball, and no clock runs', () => {
    const file = aPermitFile('fetching');
    expect(file).toMatchObject({ kind: 'temporary-permit', status: 'fetching', form: null, checks: null });
    expect(file.permit).toMatchObject({ filing: 'renewal', purpose: 'eaeu-work', fetched: {}, owed: null });
    expect([waitingOn(file).party, isClockRunning(file), file.clocks.turn]).toEqual([
      'agencies',
      false,
      null,
    ]);
  });

  test('the form opens when the last of them has answered, and not before', () => {
    const [last, ...others] = [...stateSources].reverse();
    const waiting = aPermitFile('fetching', ...others.map(fetched));
    expect(waiting.status).toBe('fetching');
    const open = aPermitFile('fetching', ...others.map(fetched), fetched(last!));
    expect(open).toMatchObject({ status: 'awaiting-form', clocks: { turn: { turn: 'form' } } });
    expect(waitingOn(open).party).toBe('applicant');
    expect(isClockRunning(open)).toBe(false);
  });

  test('silence opens it too, and the record says of whom nothing was heard', () => {
    const silent = { result: 'no-answer' as const, pointers: [], answer: null };
    const told = stateSources.map((source) => tell('state-data-fetched', { data: { source, ...silent } }));
    const file = aPermitFile('fetching', ...told);
    expect(file.status).toBe('awaiting-form');
    expect(Object.values(file.permit!.fetched).map(({ result }) => result)).toEqual(
      stateSources.map(() => 'no-answer'),
    );
  });
});

describe('the filing', () => {
  const uses = [
    { pointer: '/passport/number', used: 'corrected', source: 'iin-registry', rule: 'newer-document' },
  ] as const;
  const window = { rule: 'ten-days-after', lastDay: '2026-06-11' } as const;
  const filed = aPermitFile(
    'awaiting-form',
    tell('form-submitted', { day: 1, data: { permit: { uses: [...uses], window } } }),
  );

  test('begins the clock, and keeps which value counts and by which rule it came in time', () => {
    expect(filed).toMatchObject({ status: 'checking-completeness', permit: { uses, window } });
    expect([isClockRunning(filed), waitingOn(filed).party]).toEqual([true, 'service']);
  });

  test('that is complete goes to the agencies that the purpose names, and to no other', () => {
    const file = aPermitFile('verification');
    expect(file).toMatchObject({
      status: 'verification',
      documentsRequested: [],
      permit: { owed: ['passport'] },
    });
    expect(Object.keys(file.checks!)).toEqual(permitChecks);
  });

  test('that lacks papers is the person’s turn once, and the clock stands', () => {
    const file = aPermitFile('awaiting-documents');
    expect(file).toMatchObject({ status: 'awaiting-documents', documentsRequested: ['photo'] });
    expect([isClockRunning(file), file.clocks.turn]).toMatchObject([
      false,
      { turn: 'documents', endedAt: null },
    ]);
  });

  test('goes on when they are provided, and the clock with it', () => {
    const photo = { documentId: 'photo-1', kind: 'photo', sha256: 'e'.repeat(64) } as const;
    const file = aPermitFile(
      'awaiting-documents',
      tell('documents-provided', { day: 2, data: { documents: [photo] } }),
    );
    expect(file).toMatchObject({ status: 'verification', documentsRequested: [], documentsMissing: [] });
    expect([isClockRunning(file), file.clocks.turn?.endedAt]).toEqual([true, onDay(2)]);
  });

  test('whose papers never came is decided by a person', () => {
    const lapsed = tell('turn-lapsed', { day: 9, data: { turn: 'documents' } });
    const file = aPermitFile('awaiting-documents', lapsed, judged('document-1'), ...answered);
    expect(file).toMatchObject({
      status: 'awaiting-decision',
      documentsMissing: ['photo'],
      proposal: null,
      closedAt: null,
    });
    expect(waitingOn(file).party).toBe('caseworker');
  });
});

describe('the findings', () => {
  test('all clear lead to the decision without an interview', () => {
    const file = aPermitFile('awaiting-decision');
    expect([file.status, file.interview, isClockRunning(file)]).toEqual(['awaiting-decision', null, true]);
  });

  test.each<[string, Told[], string]>([
    ['an answer that is owed', answered.slice(1), 'verification'],
    ['a paper that nobody has looked at', answered, 'awaiting-judgement'],
    [
      'a finding that nobody has judged',
      [judged('document-1'), unclear(), ...answered.slice(1)],
      'awaiting-judgement',
    ],
    [
      'a finding judged adverse: an officer decides',
      [
        judged('document-1'),
        unclear(),
        ...answered.slice(1),
        tell('finding-judged', { day: 4, data: { judgement: 'adverse' } }),
      ],
      'awaiting-decision',
    ],
    [
      'a paper judged adverse: an officer decides',
      [judged('document-1', 'adverse'), ...answered],
      'awaiting-decision',
    ],
  ])('with %s', (_, told, status) => {
    expect(aPermitFile('verification', ...told).status).toBe(status);
  });

  test('that an agency contradicts take back what was proposed', () => {
    const proposed = tell('decision-proposed', { day: 2, data: { text: null } });
    expect(aPermitFile('awaiting-decision', proposed)).toMatchObject({
      status: 'awaiting-decision',
      proposal: { outcome: 'grant', text: null },
    });
    const file = aPermitFile('awaiting-decision', proposed, tell('answer-contradicted', { day: 2 }));
    expect(file).toMatchObject({ status: 'awaiting-judgement', proposal: null });
  });

  test('are looked at again when more papers are asked for, and the proposal falls', () => {
    const proposed = tell('decision-proposed', { day: 2, data: { text: null } });
    const file = aPermitFile('awaiting-decision', proposed, tell('documents-requested', { day: 2 }));
    expect(file).toMatchObject({ status: 'awaiting-documents', proposal: null });
  });
});

describe('a permit', () => {
  test('is granted with its term, by one officer, and ends the clock', () => {
    const file = aPermitFile('granted');
    expect(file).toMatchObject({
      status: 'granted',
      certificate: {
        number: 'KZ-TRP-2026-000001',
        validFrom: '2026-05-06',
        validUntil: '2027-05-05',
        remindedAt: null,
      },
      permit: { term: { shortestBy: 'purpose' }, renews: null },
      tookPart: [caseworker.id],
      closedAt: onDay(2),
    });
    expect(file.clocks.service.endedAt).toBe(onDay(2));
  });

  test('that took its place with the grant has it, whatever was counted before', () => {
    const counted = tell('place-refused', { day: 1 });
    const place = 'reserved' as const;
    const life = [counted, tell('decision-approved', { day: 2, actor: caseworker })];
    const without = aPermitFile('awaiting-decision', ...life, tell('permit-issued', { day: 2 }));
    const file = aPermitFile(
      'awaiting-decision',
      ...life,
      tell('permit-issued', { day: 2, data: { place } }),
    );
    expect([without.permit?.place, file.permit?.place]).toEqual(['none-left', place]);
  });

  describe('of which another permit has left no day', () => {
    const made = tell('permit-not-issued', { day: 2 });

    test('is not made: an officer decides anew, and the term of the service runs on', () => {
      const file = aPermitFile('granting', made);
      const { clocks } = aPermitFile('granting');
      expect(file).toMatchObject({ status: 'awaiting-decision', proposal: null, certificate: null, clocks });
    });

    test('leaves what was proposed to be reopened meanwhile to be judged first', () => {
      const file = aPermitFile('granting', tell('reopening-proposed', { day: 2 }), made);
      expect(file).toMatchObject({ status: 'awaiting-judgement', reopening: { outcome: 'overtaken' } });
      expect(file.checks?.['criminal-registry']?.codes).toContain('contradicted');
    });
  });

  test('is shortened by a change that takes its ground', () => {
    const change = { effect: 'shortens', validUntil: '2026-12-01', on: '2026-06-01' } as const;
    const file = aPermitFile('granted', tell('change-reported', { day: 40, data: change }));
    expect(file).toMatchObject({
      status: 'granted',
      certificate: { validUntil: '2026-12-01', remindedAt: null },
    });
  });

  test('that ends by a change is not reminded of', () => {
    const file = aPermitFile('granted', tell('change-reported', { day: 40 }));
    expect(file.certificate).toMatchObject({ validUntil: '2026-06-01', remindedAt: onDay(40) });
  });

  test('stays as it is where the change takes nothing', () => {
    const nothing = { effect: 'nothing', validUntil: null } as const;
    const file = aPermitFile('granted', tell('change-reported', { day: 40, data: nothing }));
    expect(file.certificate).toEqual(aPermitFile('granted').certificate);
  });
});

describe('a decision that a later answer contradicts', () => {
  const proposed = tell('reopening-proposed', { day: 40 });
  const supported = tell('reopening-supported', { day: 41 });
  const decided = (outcome: 'reopen' | 'leave') =>
    tell('reopening-decided', { day: 42, data: { outcome, reason: textRef } });

  test('stands while two people look at it', () => {
    const file = aPermitFile('granted', proposed, supported);
    expect(file).toMatchObject({
      status: 'granted',
      certificate: { number: 'KZ-TRP-2026-000001' },
      reopening: { check: 'criminal-registry', codes: ['wanted'], supportedBy: caseworker.id, outcome: null },
    });
  });

  test.each(['granted', 'refused'] as const)('%s and reopened goes back to the one finding', (status) => {
    const file = aPermitFile(status, proposed, supported, decided('reopen'));
    expect(file).toMatchObject({
      status: 'awaiting-judgement',
      certificate: null,
      proposal: null,
      reasons: [],
      closedAt: null,
      reopening: { outcome: 'reopen' },
    });
    const { berkut, 'criminal-registry': contradicted } = file.checks!;
    expect(contradicted).toMatchObject({
      result: 'unclear',
      codes: ['wanted', 'contradicted'],
      judgement: null,
    });
    expect(contradicted?.answer?.answerId).toBe('answer-2');
    expect(berkut).toEqual(aPermitFile(status).checks!.berkut);
  });

  test('and reopened keeps the first day of the permit that fell, where that was told', () => {
    const outcome = { outcome: 'reopen', reason: textRef, heldFrom: '2026-05-06' } as const;
    const file = aPermitFile('granted', proposed, supported, tell('reopening-decided', { data: outcome }));
    expect(file).toMatchObject({ certificate: null, permit: { heldFrom: '2026-05-06' } });
    const before = aPermitFile('granted', proposed, supported, decided('reopen'));
    expect(before.permit).not.toHaveProperty('heldFrom');
  });

  test('by two agencies is reopened at both findings, and one officer looks at both', () => {
    const joined = tell('reopening-joined', { day: 41 });
    const both = aPermitFile('granted', proposed, supported, joined);
    expect(both.reopening).toMatchObject({
      check: 'criminal-registry',
      joined: [{ check: 'berkut', codes: ['overstay'] }],
      supportedBy: null,
      outcome: null,
    });
    const file = aPermitFile('granted', proposed, joined, supported, decided('reopen'));
    expect(file.checks).toMatchObject({
      'criminal-registry': { result: 'unclear', codes: ['wanted', 'contradicted'], judgement: null },
      berkut: { result: 'unclear', codes: ['overstay', 'contradicted'], judgement: null },
    });
    expect(file.status).toBe('awaiting-judgement');
    const one = tell('finding-judged', { day: 43, data: { check: 'criminal-registry' } });
    expect(aPermitFile('granted', proposed, joined, supported, decided('reopen'), one).status).toBe(
      'awaiting-judgement',
    );
  });

  test('left standing and contradicted anew is a proposal of its own, which nobody has supported yet', () => {
    const anew = tell('reopening-proposed', { day: 70, data: { check: 'berkut', codes: ['overstay'] } });
    const { reopening } = aPermitFile('granted', proposed, supported, decided('leave'), anew);
    expect(reopening).toMatchObject({ check: 'berkut', supportedBy: null, outcome: null });
    expect(reopening).not.toHaveProperty('joined');
  });

  test('and reopened keeps the last day of a permit that had been shortened', () => {
    const outcome = {
      outcome: 'reopen',
      reason: textRef,
      heldFrom: '2026-05-06',
      heldUntil: '2026-12-01',
    } as const;
    const file = aPermitFile('granted', proposed, supported, tell('reopening-decided', { data: outcome }));
    expect(file).toMatchObject({ certificate: null, permit: { heldUntil: '2026-12-01' } });
  });

  test('and reopened has a new service clock, which runs from that day', () => {
    const file = aPermitFile('granted', proposed, supported, decided('reopen'));
    expect(file.clocks.service).toEqual({ startedAt: onDay(42), endedAt: null, stops: [], extensions: [] });
    expect(file).toMatchObject({ clockWarnedAt: null, deemedRefusedAt: null, escalated: [] });
  });

  test('can be granted again once somebody judged it', () => {
    const clear = tell('finding-judged', { day: 43, data: { check: 'criminal-registry' } });
    const file = aPermitFile('granted', proposed, supported, decided('reopen'), clear);
    expect(file.status).toBe('awaiting-decision');
  });

  test('and left stays what it was', () => {
    const file = aPermitFile('granted', proposed, supported, decided('leave'));
    const { status, certificate, checks, clocks } = aPermitFile('granted');
    expect(file).toMatchObject({ status, certificate, checks, clocks, reopening: { outcome: 'leave' } });
  });
});

function unclear(): Told {
  return tell('check-answered', {
    day: 3,
    data: { check: permitChecks[0]!, result: 'unclear', codes: ['overstay'] },
  });
}

describe('a place of an employer', () => {
  const counted = (takesPlace?: boolean) => {
    const completeness = tell('completeness-checked', {
      day: 1,
      data: takesPlace === undefined ? {} : { takesPlace },
    });
    return aPermitFile('checking-completeness', completeness, judged('document-1'), ...answered);
  };
  const place = (file: ReturnType<typeof aPermitFile>) => file.permit?.place;

  test('is waited for where the permit takes one, whoever files', () => {
    expect(counted(true)).toMatchObject({
      status: 'verification',
      permit: { employerId: null, place: null },
    });
    expect(counted(false).status).not.toBe('verification');
    expect(counted().status).toBe(counted(false).status);
  });

  test.each<[boolean | undefined, string, null | 'reserved']>([
    [true, 'is counted again', null],
    [undefined, 'stays as an older record told it', 'reserved'],
  ])('taken against a register that is asked anew (%s): %s', (takesPlace, _, left) => {
    const checks = [...permitChecks, 'permit-register' as const];
    const completeness = tell('completeness-checked', {
      day: 1,
      data: { checks, ...(takesPlace && { takesPlace }) },
    });
    const told = [
      ...permitLives['checking-completeness'],
      completeness,
      tell('place-reserved', { day: 1 }),
      tell('documents-judged', { day: 1 }),
      ...checks.map((check) => answeredClear(check, 1)),
    ];
    const anew = { check: 'permit-register', ask: 2 } as const;
    for (const type of ['agency-asked-again', 'answer-expired'] as const) {
      expect(place(fileOf([...told, tell(type, { day: 2, data: anew })]))).toBe(left);
      const other = { ...anew, check: 'berkut' } as const;
      expect(place(fileOf([...told, tell(type, { day: 2, data: other })]))).toBe('reserved');
    }
  });
});
