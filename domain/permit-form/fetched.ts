/** What the state's own registers said of a field before the person saw the form. */
import type { StateSource } from '../permit';

/** `pointer` leads into the permit form, or to `/register/…` for what no field of it asks. */
export interface FetchedValue {
  pointer: string;
  value: string | boolean;
  source: StateSource;
  /** The paper that it is of had ended before the form was handed in. */
  ended?: true;
}

/** True when the fingerprint registry has the prints of the person. */
export const fingerprintsPointer = '/register/fingerprints';
