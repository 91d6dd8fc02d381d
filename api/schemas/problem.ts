/** The shape of every refusal: RFC 9457, with a stable code. */
import { Type } from 'typebox';
import { problemCodes } from '../../domain/problems';
import { confidences } from '../../policy/rule';
import { headersNamed } from './answer-headers';
import { oneOf } from './fields';

const Fault = Type.Object({
  pointer: Type.String({ description: 'JSON pointer to the field' }),
  code: Type.String(),
  message: Type.String(),
});

const Rule = Type.Object(
  {
    policy: Type.String({ description: 'The version of the policy' }),
    name: Type.String(),
    value: Type.Unknown(),
    source: Type.String(),
    confidence: oneOf(confidences),
  },
  { description: 'The rule that stands against it, with where it comes from' },
);

/** Registered once by its $id; answers refer to it. */
export const ProblemDocument = Type.Object(
  {
    type: Type.String({ description: 'urn:ruqsat:problem:<code>' }),
    title: Type.String({ description: 'For people, in the language of Accept-Language: kk, ru or en' }),
    status: Type.Integer(),
    code: oneOf(problemCodes, 'For programs; a code keeps its meaning for ever'),
    detail: Type.Optional(Type.String()),
    errors: Type.Optional(Type.Array(Fault)),
    rule: Type.Optional(Rule),
    number: Type.Optional(Type.Integer({ description: 'The intake number of the refused act' })),
    reference: Type.String({ description: 'What to quote when asking us about it' }),
  },
  { $id: 'Problem', description: 'A problem as in RFC 9457' },
);

/** For the `response` of each route; typed as nothing, because a handler throws its problems and returns none. */
export const problems: Record<never, never> = {
  default: {
    description: 'A problem',
    headers: headersNamed('Retry-After'),
    content: { 'application/problem+json': { schema: Type.Ref('Problem') } },
  },
};
