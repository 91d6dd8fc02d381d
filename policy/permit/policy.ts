/** What the rules of a temporary permit say, version by version. */
import type { Term } from '../../domain/clock-reading';
import type { Policy } from '../policy';
import type { Rule } from '../rule';

/** Beside what every case needs. */
export interface PermitPolicy extends Policy {
  kind: 'temporary-permit';
  /** Whether permits are issued and renewed online alone. */
  onlineOnly: Rule<boolean>;
  /** Whose permits are counted under an employer's limit: those that its account files, or those of all its staff. */
  limitHoldsFor: Rule<'account' | 'whoever-files'>;
  /** Whether a change that somebody else than the holder tells of counts at once, or once another person confirmed it. */
  changeClaims: Rule<'at-once' | 'another-person'>;
  /** Within what term that person is to look; then a supervisor hears of it. */
  changeDecided: Rule<Term>;
  /** Whether a fine that alone puts a filing in time is looked for among the offences that the registry knows. */
  finesLookedFor: Rule<boolean>;
  /** Whether a term says of each limit which value it rests on, and who told it. */
  termTellsValues: Rule<boolean>;
  /** Whether a first permit begins after one that the state's register knows, and not only after one of ours. */
  waitsForKnownPermit: Rule<boolean>;
  /** Whether the days that window and term are read from are held against what the registers tell in verification. */
  daysHeld: Rule<boolean>;
  /** Whether a person looks where Berkut alone could tell of a registration, and says that there is none. */
  registrationLookedFor: Rule<boolean>;
  /** Whether a person looks where the register was asked of an employer and says nothing of him. */
  employerLookedFor: Rule<boolean>;
  /** Whether a contract counts as the person wrote it where it is another one than its register filled in. */
  ownContractCounts: Rule<boolean>;
  /** Whether of the permit to be renewed the register's end counts only where it has the number that was asked about. */
  namedPermitCounts: Rule<boolean>;
  /** So long a register may take to fill the form in; then the person does it himself. */
  fetchMinutes: Rule<number>;
}
