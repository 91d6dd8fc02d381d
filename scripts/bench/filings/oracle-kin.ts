/** What plainly follows from the sponsor of an invented filing: as the form tells of him, and as the register does. */
import { yearsHavePassed } from './calendar';
import type { InventedFiling } from './invented-filing';

/** Too young for a family, or older than the person, by the person's own word. */
export function isNoMarriage({ purpose, form, filedOn, person }: InventedFiling): boolean {
  const marriedOn = form.sponsor?.marriedOn;
  if (marriedOn === undefined) return false;
  return marriedOn < person.bornOn || (purpose === 'family' && !yearsHavePassed(marriedOn, 3, filedOn));
}

export function hasKinDoubt(filing: InventedFiling): boolean {
  if (isKinAgainst(filing)) return false;
  const { relation, since, sponsor } = filing.facts['kinship-register'];
  const isFar = relation === 'other';
  if (filing.purpose === 'ground-lost') return isFar || relation === 'none' || sponsor.alive;
  return isFar || (relation === 'spouse' && since === null) || isAnotherSponsor(filing);
}

/** The register knows another kind of sponsor than the form, or another day where the day matters. */
function isAnotherSponsor({ facts, form: { sponsor: written } }: InventedFiling): boolean {
  const { status, residentSince, permitUntil } = facts['kinship-register'].sponsor;
  const settles = status === 'permanent-resident' || status === 'ethnic-kazakh';
  const ends = status === 'business-immigrant' || status === 'ethnic-kazakh';
  return (
    status !== written?.kind ||
    (settles && residentSince !== written.residentSince) ||
    (ends && permitUntil !== written.permitUntil)
  );
}

export function isKinAgainst({ purpose, facts, filedOn, form }: InventedFiling): boolean {
  const { relation, since, sponsor } = facts['kinship-register'];
  const { status, alive, permitUntil, residentSince } = sponsor;
  if (purpose === 'ground-lost' || form.sponsor?.iin === undefined) return false;
  const settles = status === 'permanent-resident' || status === 'ethnic-kazakh';
  return (
    !alive ||
    relation === 'none' ||
    status === 'none' ||
    (relation === 'spouse' && since !== null && !yearsHavePassed(since, 3, filedOn)) ||
    (permitUntil !== null && permitUntil < filedOn) ||
    (settles && residentSince !== null && !yearsHavePassed(residentSince, 2, filedOn))
  );
}
