/** Text from outside that can be kept. */
import { Type } from 'typebox';

/** PostgreSQL holds neither U+0000 nor half of a surrogate pair. */
const storable = '^[^\\u0000\\ud800-\\udfff]*$';

export function plainText(maxLength: number) {
  return Type.String({ minLength: 1, maxLength, pattern: storable });
}
