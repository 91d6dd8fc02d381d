/** What of a citizenship changes the rules of a permit. */
import type { CitizenshipGroup } from '../../domain/permit';
import { inferred } from '../rule';

export const eaeuCountries = inferred(
  ['ARM', 'BLR', 'KAZ', 'KGZ', 'RUS'] as readonly string[],
  'general knowledge: the member states of the Treaty on the Eurasian Economic Union of 29.05.2014',
);

export const statelessCodes = inferred(
  ['XXA', 'XXB', 'XXC'] as readonly string[],
  'general knowledge: ICAO Doc 9303 writes XXA for stateless persons, XXB and XXC for refugees, whom no state vouches for',
);

/** By the citizenship's code, ISO 3166 alpha-3 or one of ICAO for who has none. */
export function citizenshipGroupOf(country: string): CitizenshipGroup {
  if (eaeuCountries.value.includes(country)) return 'eaeu';
  return statelessCodes.value.includes(country) ? 'stateless' : 'other';
}
