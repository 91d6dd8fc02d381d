/** What our own books add to a register's answer about a person; whatever the register itself says there is dropped. */
import type { CaseEvidence } from '../db/case-evidence';
import type { AgencyAnswers } from '../domain/agency-answers';
import type { FilingKind, PermitPurpose } from '../domain/permit';
import type { PermitDraft } from '../domain/permit-form';

type Applications = AgencyAnswers['migration-register'];
type Permits = AgencyAnswers['permit-register'];

/** `filing` is left out by workflows of before anybody looked for a second renewal. */
interface Asked {
  personId: string;
  purpose?: PermitPurpose | undefined;
  filing?: FilingKind | undefined;
  form: PermitDraft;
}

/** `on`: the law's date of the application. */
interface Renewing {
  personId: string;
  filing?: FilingKind | undefined;
  on?: string | undefined;
}

export function withoutOwnApplications(said: Applications): Applications {
  const { own: _, ownLostGround: __, ownPermits: ___, renewed: ____, ...theirs } = said;
  return theirs;
}

type Books = Pick<CaseEvidence, 'listOwnApplications' | 'listOwnLostGround' | 'listOwnPermits'>;

export function createOwnBooks(evidence: Books) {
  return {
    /** Open applications here for permanent residence; one for a permit beside it is nothing against anybody. */
    async addToStay(said: Applications, personId: string): Promise<Applications> {
      const own = await evidence.listOwnApplications(personId, 'permanent-residence');
      return { ...withoutOwnApplications(said), own };
    },

    /** Open applications here, the months that a lost ground gave, and permits beside the one that is renewed. */
    async addApplications(said: Applications, asked: Asked): Promise<Applications> {
      const { personId, purpose, filing, form } = asked;
      const theirs = withoutOwnApplications(said);
      const own = await evidence.listOwnApplications(personId);
      const isLostGround = purpose === 'ground-lost';
      const had = isLostGround ? { ownLostGround: await evidence.listOwnLostGround(personId) } : {};
      const { number, validUntil } = form.currentPermit ?? {};
      const isTold = filing === 'renewal' && number !== undefined && validUntil !== undefined;
      if (!isTold) return { ...theirs, own, ...had };
      const issued = await evidence.listOwnPermits(personId);
      const beside = issued.filter((each) => each.number !== number && each.standing !== 'annulled');
      const ownPermits = beside.map(({ reference, renews, validUntil: until }) => {
        return { reference, renews, validUntil: until };
      });
      return { ...theirs, own, ...had, renewed: { number, validUntil }, ownPermits };
    },

    /**
     * Where a permit is renewed: those of ours that had begun by then. Beside a first one the register's word on one of ours is
     * dropped: what is left of that is seen under the lock.
     */
    async addPermits({ own: _, ...said }: Permits, { personId, filing, on }: Renewing): Promise<Permits> {
      if (filing === undefined || on === undefined) return said;
      const issued = await evidence.listOwnPermits(personId);
      const isOurs = issued.some(({ number }) => number !== null && number === said.currentPermit?.number);
      if (filing === 'issue') return isOurs ? { ...said, currentPermit: null } : said;
      const own = issued.flatMap(({ number, validFrom, validUntil, standing }) =>
        number === null || validFrom > on ? [] : [{ number, validFrom, validUntil, standing }],
      );
      return { ...said, own };
    },
  };
}
