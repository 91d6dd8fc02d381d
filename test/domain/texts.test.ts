/** Texts from outside: what PostgreSQL cannot hold is no valid text, so that nobody meets it as trouble of ours. */
import { describe, expect, test } from '@jest/globals';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { people } from '../../agencies/people';
import { agencyAnswerSchemas } from '../../domain/agency-answers';
import { FormDraft } from '../../domain/form';
import { PersonIdentity } from '../../domain/person';

const { person, facts } = people.timur;
const ids = { requestId: 'r-1', answerId: 'a-1' };
const crossing = facts.berkut.crossings[0];
const berkut = (checkpoint: string) => ({
  ...ids,
  ...facts.berkut,
  crossings: [{ ...crossing, checkpoint }],
});
const offence = (kind: string) => ({
  ...ids,
  ...facts['criminal-registry'],
  offences: [{ kind, committedOn: '2019-02-11' }],
});

const texts: [string, TSchema, (text: string) => object][] = [
  ['an address in the form', FormDraft, (street) => ({ personal: { address: { street } } })],
  ['a profession in the form', FormDraft, (profession) => ({ employment: { profession } })],
  ['a surname', PersonIdentity, (surname) => ({ ...person, surname })],
  ['a given name', PersonIdentity, (givenName) => ({ ...person, givenName })],
  ['a checkpoint of Berkut', agencyAnswerSchemas.berkut, berkut],
  ['an offence of the registry', agencyAnswerSchemas['criminal-registry'], offence],
  [
    'the id of an answer',
    agencyAnswerSchemas['iin-registry'],
    (answerId) => ({ ...ids, answerId, status: 'match' }),
  ],
];

describe.each(texts)('%s', (_, schema, holding) => {
  test.each([
    ['Latin', 'Sadyrkulov-Öz'],
    ['Kazakh', 'Әбдіқұлов Ұлытау'],
    ['an apostrophe and a quotation mark', `O'Neil "Nel"`],
    ['a sign beyond the first plane', 'a𠮷b'],
  ])('may hold %s', (...[, text]) => {
    expect(Value.Check(schema, holding(text))).toBe(true);
  });

  test.each([
    ['the sign U+0000', 'a\u0000b'],
    ['the first half of a pair', 'a\ud800b'],
    ['the second half of a pair', 'a\udc00b'],
  ])('may not hold %s', (...[, text]) => {
    expect(Value.Check(schema, holding(text))).toBe(false);
  });
});
