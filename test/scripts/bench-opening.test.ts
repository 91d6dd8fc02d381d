/** What the benchmark files is what the API takes, so that none of its parts stops at the door. */
import { expect, test } from '@jest/globals';
import { NewApplication } from '../../api/schemas/application';
import { createShapeCheck } from '../../api/shape-checks';
import { findPersonFaults } from '../../domain/person';
import { newOpening } from '../../scripts/bench/live-life-over-http';

test('an application of the benchmark is well formed, and each is about somebody else', () => {
  const [one, other] = [newOpening(), newOpening()];
  expect(createShapeCheck(NewApplication)(one)).toEqual([]);
  expect(findPersonFaults(one.person, '2026-05-12')).toEqual([]);
  expect(one.person.passportNumber).not.toBe(other.person.passportNumber);
});
