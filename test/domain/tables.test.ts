/** The tables of the domain: total, without strangers, and equal to what the law of the house says of them. */
import { describe, expect, test } from '@jest/globals';
import { agencyNames, callbackAgencies, callbackChecks, checks } from '../../domain/agencies';
import { letters, letterSchemas } from '../../domain/letters';
import { agencyAnswerSchemas } from '../../domain/agency-answers';
import { folds } from '../../domain/folds';
import { places } from '../../domain/places';
import { isProblemCode, problemCodes, problemStatus } from '../../domain/problems';
import {
  caseStatuses,
  isClosed,
  openStatuses,
  parties,
  stages,
  stagesOf,
  standing,
} from '../../domain/statuses';
import { desktopVerbs, openingVerbs, updateVerbs, verbs } from '../../domain/verbs';
import { stageOf } from '../../domain/waiting';
import { fileOf, livesTo, permitLives, type Told } from '../support/case-files';

describe('statuses', () => {
  test('each have a stage and somebody who has the ball', () => {
    expect(Object.keys(standing).sort()).toEqual([...caseStatuses].sort());
    for (const { stage, party } of Object.values(standing)) {
      expect(stages).toContain(stage);
      expect(parties).toContain(party);
    }
  });

  test('lead each kind of case through the stages that it has', () => {
    const stagesIn = (lives: readonly (readonly Told[])[]) => {
      const passed = new Set(
        lives.flatMap((life) => life.map((_, index) => stageOf(fileOf(life.slice(0, index + 1))))),
      );
      return stages.filter((stage) => passed.has(stage));
    };
    expect(stagesIn(Object.values(permitLives))).toEqual(stagesOf['temporary-permit']);
    expect(stagesOf['permanent-residence']).toEqual(stages);
  });

  test('leave no stage empty', () => {
    const used = new Set(Object.values(standing).map(({ stage }) => stage));
    expect([...used].sort()).toEqual([...stages].sort());
  });

  test('are open or closed', () => {
    expect(caseStatuses.filter(isClosed)).toEqual([
      'granted',
      'refused',
      'withdrawn',
      'lapsed',
      'annulled',
      'expired',
    ]);
    expect([...openStatuses].sort()).toEqual(caseStatuses.filter((status) => !isClosed(status)).sort());
  });

  test('let the clock run only while the state has the ball, and while a hearing is waited for', () => {
    const running = caseStatuses.filter((status) => standing[status].clockRuns);
    expect(running).toEqual([
      'scoring',
      'checking-completeness',
      'verification',
      'awaiting-judgement',
      'awaiting-schedule',
      'awaiting-interview',
      'awaiting-proposal',
      'awaiting-hearing',
      'awaiting-approval',
      'awaiting-decision',
      'granting',
    ]);
    for (const status of running.filter((one) => one !== 'awaiting-hearing')) {
      expect(['applicant', 'testing-centre', 'nobody']).not.toContain(standing[status].party);
    }
  });

  test('leave the ball with nobody only when the case is over', () => {
    for (const status of caseStatuses) expect(standing[status].party === 'nobody').toBe(isClosed(status));
  });
});

describe('verbs', () => {
  test('are each an update, an act at the desk, or the opening', () => {
    expect([...updateVerbs, ...desktopVerbs, ...openingVerbs].sort()).toEqual([...verbs].sort());
    expect(updateVerbs).toHaveLength(verbs.length - 4);
  });
});

describe('events', () => {
  test('each have a fold, and every life uses only those', () => {
    const told = Object.values(livesTo).flatMap((life) => life.map(({ type }) => type));
    for (const type of told) expect(Object.keys(folds)).toContain(type);
  });

  test('of one family or another are all there is', () => {
    expect(Object.keys(folds)).toHaveLength(67);
  });
});

describe('agencies', () => {
  test('each have an answer of a known shape', () => {
    expect(Object.keys(agencyAnswerSchemas).sort()).toEqual([...agencyNames].sort());
    expect(agencyNames).toEqual([...checks, 'testing-centre']);
    for (const agency of callbackAgencies) expect(agencyNames).toContain(agency);
  });

  test('that answer by letter have a door of their own for every kind of it', () => {
    const rows = Object.values(letters);
    expect([...new Set(rows.map(({ agency }) => agency))].sort()).toEqual([...callbackAgencies].sort());
    expect(new Set(rows.map(({ path }) => path)).size).toBe(rows.length);
    expect(Object.keys(letterSchemas)).toEqual(Object.keys(letters));
    expect(callbackChecks.every((check) => letters[check].verb === 'receiveAgencyAnswer')).toBe(true);
  });
});

describe('problems', () => {
  test('each have a status that tells the caller whose turn it is', () => {
    for (const status of Object.values(problemStatus)) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
    }
  });

  test('are known by their code and by nothing else', () => {
    for (const code of problemCodes) expect(isProblemCode(code)).toBe(true);
    for (const stranger of ['', 'toString', '__proto__', 'RecordConflict', 'constructor']) {
      expect(isProblemCode(stranger)).toBe(false);
    }
  });
});

test('there is an office for every region of the pilot', () => {
  expect(places).toHaveLength(7);
});
