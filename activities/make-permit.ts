/** What a permit's rules need of the person: papers owed, the term, the number, the employer's place. */
import { Value } from 'typebox/value';
import type { CaseEvidence } from '../db/case-evidence';
import type { Permits } from '../db/permits';
import type { Places } from '../db/places';
import type { PrefilledReads } from '../db/reads/prefilled';
import { agencyAnswerSchemas } from '../domain/agency-answers';
import type { AnswerRef, DocumentKind, EventData } from '../domain/events';
import { lawDate } from '../domain/law-day';
import type { FilingKind, PermitPurpose, PermitTerm, PlaceCount, WindowRule } from '../domain/permit';
import { KinshipRegisterAnswer } from '../domain/permit-answers';
import { PermitDraft } from '../domain/permit-form';
import { completenessFor, renewedNumber, termFor } from '../policy/permit/as-filed';
import { employerLimitOn } from '../policy/permit/employer-limit';
import { limitValues, type ToldAt } from '../policy/permit/limit-values';
import { permitNumber } from '../policy/permit/number';
import {
  registeredDays,
  type DaysTold,
  type DayTeller,
  type RegisteredDays,
  type ToldAnswer,
} from '../policy/permit/registered-days';
import { markEnded } from '../policy/permit/still-lasting';
import { isEmptyTerm } from '../policy/permit/term';
import { formAsUsed } from '../policy/permit/uses';

interface Deps {
  evidence: CaseEvidence;
  prefilled: PrefilledReads;
  permits: Permits;
  places: Places;
}

/** A permit that was filed for; `filedOn` is the law's date. */
interface Filed {
  caseId: string;
  personId: string;
  filing: FilingKind;
  purpose: PermitPurpose;
  formVersion: number;
  filedOn: string;
  /** Left out by workflows of before there was a second one. */
  policyVersion?: string;
}

interface Granted extends Filed {
  window: WindowRule;
  decidedOn: string;
  /** The answer on the sponsor that the case rests on. */
  kinship?: AnswerRef | null;
  /** The answers that tell until when papers last; left out by workflows of before these counted. */
  daysTold?: DaysTold;
  /** The first day of the permit of this case that fell when its decision was looked at again. */
  heldFrom?: string | undefined;
  /** Its last day, where a reported change had shortened it. */
  heldUntil?: string | undefined;
  /** Since when the case knows what each register said; left out by workflows whose terms do not tell it. */
  toldAt?: ToldAt;
}

type Issued = EventData['permit-issued'] | ({ number: null } & EventData['permit-not-issued']);
type TermAfter = (ownUntil: string | null) => PermitTerm;
type WithForm = Pick<Filed, 'caseId' | 'formVersion' | 'filedOn' | 'policyVersion'>;

/**
 * `employerId` is the account that filed; null where the person did. `byOfficer`: who grants has judged the silence of the
 * register, and our own places are counted alone.
 */
type Placed = WithForm & { employerId: string | null; byOfficer?: boolean };

export function createPermitActivities({ evidence, prefilled, permits, places }: Deps) {
  /** The values that count, whoever they came from. */
  async function usedIn({
    caseId,
    formVersion,
    filedOn,
    policyVersion,
  }: WithForm): Promise<{ entered: PermitDraft; form: PermitDraft; found: Found }> {
    const { content } = await evidence.getForm(caseId, formVersion);
    const found = markEnded(await prefilled.listPrefilled(caseId), filedOn);
    const entered = Value.Parse(PermitDraft, content);
    return { entered, form: formAsUsed(entered, found, policyVersion), found };
  }

  /** How the term is computed beside a permit that the person has already, and from what day on such a one matters. */
  async function termOf(granted: Granted): Promise<{ termAfter: TermAfter; form: PermitDraft; on: string }> {
    const { personId, filing, purpose, window, decidedOn, policyVersion } = granted;
    const { heldFrom, heldUntil, toldAt = {} } = granted;
    const { citizenship } = await evidence.getPerson(personId);
    const { entered, form, found } = await usedIn(granted);
    const kinship = await kinshipIn(granted);
    const values = limitValues(policyVersion, { entered, found, toldAt });
    const registered = await registeredIn(granted);
    const decision = { window, decidedOn, kinship, heldFrom, heldUntil, values, registered };
    const asked = { purpose, filing, citizenship, form, policyVersion };
    const termAfter: TermAfter = (ownUntil) => termFor(asked, { ...decision, ownUntil });
    const { validFrom } = termAfter(null);
    return { form, termAfter, on: validFrom < decidedOn ? validFrom : decidedOn };
  }

  async function kinshipIn({ caseId, kinship = null }: Granted): Promise<KinshipRegisterAnswer | undefined> {
    if (kinship === null) return undefined;
    const body = await evidence.getAnswer({ caseId, agency: 'kinship-register', ...kinship });
    return Value.Parse(KinshipRegisterAnswer, body);
  }

  async function registeredIn({ caseId, policyVersion, daysTold = {} }: Granted): Promise<RegisteredDays> {
    const told = Object.entries(daysTold).map(async ([name, { answer, at }]): Promise<ToldAnswer> => {
      const agency = name as DayTeller;
      const body = await evidence.getAnswer({ caseId, agency, ...answer });
      return { register: agency, body: Value.Parse(agencyAnswerSchemas[agency], body), at };
    });
    return registeredDays(await Promise.all(told), policyVersion);
  }

  async function binIn(filed: WithForm): Promise<string> {
    const { caseId, formVersion } = filed;
    const { form } = await usedIn(filed);
    const bin = form.employment?.bin;
    if (bin === undefined) throw new Error(`form ${formVersion} of ${caseId} names no employer`);
    return bin;
  }

  return {
    async checkCompleteness(
      asked: Filed & { handed: readonly DocumentKind[]; employerId: string | null },
    ): Promise<EventData['completeness-checked']> {
      const { personId, purpose, filing, filedOn, policyVersion, handed, employerId } = asked;
      const { bornOn, citizenship } = await evidence.getPerson(personId);
      const { form, found } = await usedIn(asked);
      const applicant = { purpose, filing, citizenship, bornOn, form, found, filedOn, policyVersion };
      return completenessFor(applicant, { handed, employerId });
    },

    /** Null where nothing would be left of it on the day of the decision. */
    async computeTerm(granted: Granted): Promise<PermitTerm | null> {
      const { caseId, personId, decidedOn } = granted;
      const { termAfter, on } = await termOf(granted);
      const term = termAfter(await permits.findOwnUntil({ caseId, personId, on }));
      return isEmptyTerm(term, decidedOn) ? null : term;
    },

    /**
     * The permit's number and term: the same ones however often it is tried, and the same number where one was issued before.
     * No number where no day of the term is left.
     */
    async issuePermit(granted: Granted): Promise<Issued> {
      const { caseId, personId, decidedOn } = granted;
      const { termAfter, form, on } = await termOf(granted);
      const renews = renewedNumber({ filing: granted.filing, form });
      const isEmpty = (term: PermitTerm) => isEmptyTerm(term, decidedOn);
      const { serial, term } = await permits.issue({ caseId, personId, on, renews, termAfter, isEmpty });
      if (serial === null) return { number: null, term };
      const issued = await evidence.findIssuedNumber(caseId);
      return { number: issued ?? permitNumber(decidedOn, serial), term, renews };
    },

    /**
     * A place of the employer for this case, or how many others have taken; `elsewhere` is the register's count. The BIN is the
     * account's; without one, the BIN of the form that counts. It stays in PostgreSQL: an individual's is an IIN. Null where the
     * register has not said how many there are, and nobody has decided without it.
     */
    async reservePlace(asked: Placed): Promise<(PlaceCount & { reserved: boolean }) | null> {
      const { caseId, employerId, byOfficer = false } = asked;
      const on = lawDate(await evidence.nowIn(caseId));
      const bin = employerId === null ? await binIn(asked) : await places.getBin(employerId);
      const known = await places.findElsewhere(caseId, bin);
      if (known === null && !byOfficer) return null;
      const limit = employerLimitOn(on, bin).value;
      return places.reserve({ caseId, employerId, bin, elsewhere: known ?? 0, on, limit });
    },
  };
}

type Found = Awaited<ReturnType<PrefilledReads['listPrefilled']>>;
