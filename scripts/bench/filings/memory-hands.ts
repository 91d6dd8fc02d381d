/** Hands that reach nobody: every register answers at once, in memory, and some of them twice. */
import type { Check } from '../../../domain/agencies';
import type { FetchedValue } from '../../../domain/permit-form/fetched';
import type { StateSource } from '../../../domain/permit';
import { whyNotDue } from '../../../policy/checks-due';
import { readFinding } from '../../../policy/findings';
import { completenessFor, renewedNumber } from '../../../policy/permit/as-filed';
import { citizenshipGroupOf } from '../../../policy/permit/citizenship';
import { readPrefill } from '../../../policy/permit/prefill';
import { registeredSponsor } from '../../../policy/permit/registered-sponsor';
import { holdsDays } from '../../../policy/permit/registered-days';
import { isEmptyTerm, permitTerm } from '../../../policy/permit/term';
import { formAsUsed } from '../../../policy/permit/uses';
import {
  contractQuestion,
  insuranceQuestion,
  kinshipQuestion,
  passportQuestion,
  permitQuestion,
} from '../../../activities/filed-facts';
import { answersAbout, otherwise } from './answers';
import type { Carried } from './carry';
import type { Granted, Hands, Letter } from './hands';
import type { AskedAgency, InventedFiling } from './invented-filing';
import { policyVersion } from './story';

/** `placesOf`: how many places each employer has left, counted down here; `serials` numbers the permits. */
export interface MemoryOffice {
  placesOf: Map<string, number>;
  serials: Map<string, number>;
  /** What came of the last filing of each passport. */
  carried: Map<string, Carried>;
}

export function createMemoryHands(filing: InventedFiling, office: MemoryOffice): Hands {
  const { caseId, person, form, purpose, filedOn, silent, employer } = filing;
  const found: FetchedValue[] = [];
  let onLetter: (letter: Letter) => void = () => undefined;
  let places: { taken: boolean } | undefined;
  const before = office.carried.get(person.passportNumber);
  const used = () => formAsUsed(form, found, policyVersion);
  const prefillQuestion = (source: StateSource) => {
    if (source === 'insurance-register') return { on: filedOn };
    return source === 'labour-contracts' ? { on: filedOn, ...(employer && { bin: employer.bin }) } : {};
  };
  const whyNot = (check: Check) => whyNotDue(check, { bornOn: person.bornOn, exemption: 'none' }, filedOn);

  function questionTo(check: Check): object {
    const of = { on: filedOn, withDays: holdsDays(policyVersion) };
    const isRenewal = filing.filing === 'renewal';
    if (check === 'permit-register')
      return permitQuestion(used(), { ...of, withDays: of.withDays && isRenewal });
    if (check === 'iin-registry') return passportQuestion(used(), of) ?? {};
    if (check === 'labour-contracts') return contractQuestion(used(), of);
    if (check === 'insurance-register') return insuranceQuestion(used(), of);
    return check === 'kinship-register' ? kinshipQuestion(used(), filedOn, purpose) : {};
  }
  function answerOf(check: AskedAgency, requestId: string): Letter {
    const told = answersAbout(check, filing, questionTo(check));
    const own = check === 'migration-register' ? ownBooks() : check === 'permit-register' ? ownPermits() : {};
    const answer = { requestId, answerId: requestId, ...told, ...own };
    const sha256 = requestId.padEnd(64, '0');
    const ref = { answerId: requestId, sha256 };
    const filed = { policyVersion, purpose, filing: filing.filing };
    return { check, requestId, answer: ref, ...readFinding(check, answer as never, filed) };
  }
  /** As the service adds them to what the migration register says. */
  function ownBooks(): object {
    const reference = filing.after ?? '';
    const isOpen = before?.end === 'to-a-person' || before?.end === 'no-place';
    const own = isOpen ? [{ reference, filedOn }] : [];
    const { number, validUntil } = used().currentPermit ?? {};
    if (before === undefined || before.term === null) return { own };
    const lasting = { reference, validUntil: before.term.validUntil };
    const renews = before.file.permit?.renews ?? null;
    const isRenewed = filing.filing === 'renewal' && number !== undefined && validUntil !== undefined;
    return {
      own,
      ...(purpose === 'ground-lost' && { ownLostGround: [lasting] }),
      ...(isRenewed && { renewed: { number, validUntil }, ownPermits: [{ ...lasting, renews }] }),
    };
  }
  /** As the service lays them over what the register of permits says. */
  function ownPermits(): object {
    const { number = null, term = null } = before ?? {};
    if (filing.filing === 'issue' || number === null || term === null || term.validFrom > filedOn) return {};
    return { own: [{ number, ...term, standing: 'stands' }] };
  }
  function takenBack(): Letter {
    const check = 'criminal-registry';
    const first = answersAbout(check, filing);
    const requestId = `${caseId}.${check}.1`;
    const body = { ...{ requestId, answerId: `${requestId}.second` }, ...first, ...otherwise(first) };
    const answer = { answerId: body.answerId, sha256: body.answerId.padEnd(64, '1') };
    return { check, requestId, answer, ...readFinding(check, body) };
  }
  function sponsorIn({ kinship }: Granted) {
    const check = 'kinship-register';
    if (kinship === null) return undefined;
    const { answerId } = kinship;
    return registeredSponsor({
      ...{ answerId, requestId: answerId },
      ...answersAbout(check, filing, questionTo(check)),
    });
  }
  function termOf(granted: Granted) {
    const { window, decidedOn } = granted;
    const currentUntil = used().currentPermit?.validUntil ?? null;
    const group = citizenshipGroupOf(person.citizenship);
    return permitTerm({
      purpose,
      filing: filing.filing,
      window,
      group,
      decidedOn,
      currentUntil,
      form: used(),
      sponsor: sponsorIn(granted),
      ownUntil: before?.term?.validUntil ?? null,
      waitsForKnown: true,
    });
  }

  return {
    fetch: async (source, requestId) => {
      if (whyNot(source) !== undefined) return { source, result: 'not-due', pointers: [], answer: null };
      const body = {
        requestId,
        answerId: requestId,
        ...answersAbout(source, filing, prefillQuestion(source)),
        ...(source === 'permit-register' && ownPermits()),
      };
      const { known, values } = readPrefill(source, body as never);
      found.push(...values.map((value) => ({ ...value, source })));
      const pointers = values.map(({ pointer }) => pointer);
      const answer = { answerId: requestId, sha256: requestId.padEnd(64, '0') };
      return { source, result: known ? 'found' : 'nothing-found', pointers, answer };
    },
    prefilled: async () => found,
    completeness: async ({ handed, employerId, policyVersion }) => {
      const { bornOn, citizenship } = person;
      const asked = { purpose, filing: filing.filing, citizenship, bornOn, filedOn, policyVersion };
      return completenessFor({ ...asked, form: used(), found }, { handed, employerId });
    },
    ask: async (check, requestId) => {
      const why = whyNot(check);
      if (why !== undefined) return { kind: 'not-due', codes: [why] };
      if (silent && check === 'criminal-registry') return { kind: 'accepted' };
      const letter = answerOf(check as AskedAgency, requestId);
      if (filing.twice) onLetter(letter);
      return { kind: 'answered', news: { effectiveAt: `${filedOn}T05:00:00.000Z`, ...letter } };
    },
    hear: (listener) => {
      onLetter = listener;
    },
    awaitLetter: async (isThere) => {
      if (filing.contradicted && !isThere()) onLetter(takenBack());
    },
    term: async (granted) => {
      const term = termOf(granted);
      return isEmptyTerm(term, filedOn) ? null : term;
    },
    reserve: async ({ employerId }) => {
      const left = employerId === null ? 1 : (office.placesOf.get(employerId) ?? 0);
      places ??= { taken: left > 0 };
      if (places.taken && employerId !== null) office.placesOf.set(employerId, left - 1);
      return { reserved: places.taken, taken: 50 - left, elsewhere: 0, limit: 50 };
    },
    issue: async (granted) => {
      const serial = office.serials.get(caseId) ?? office.serials.size + 1;
      office.serials.set(caseId, serial);
      return {
        number: `KZ-TRP-${serial}`,
        term: termOf(granted),
        renews: renewedNumber({ filing: filing.filing, form: used() }),
      };
    },
    keep: async () => undefined,
  };
}
