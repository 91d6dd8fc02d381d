/** The demonstration, played whole against the service: lives of temporary permits, told from their records. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { today } from '../../agencies/cast-days';
import { permitToRenewOn } from '../../agencies/permit-people';
import { nextDate } from '../../domain/law-day';
import { spellDate } from '../../scripts/demo/law-time';
import { permitLives } from '../../scripts/demo/lives';
import { agencyDown } from '../../scripts/demo/lives/permit/agency-down';
import { child } from '../../scripts/demo/lives/permit/child';
import { contradicted } from '../../scripts/demo/lives/permit/contradicted';
import { employerLimit } from '../../scripts/demo/lives/permit/employer-limit';
import { family } from '../../scripts/demo/lives/permit/family';
import { namesake } from '../../scripts/demo/lives/permit/namesake';
import { renewal } from '../../scripts/demo/lives/permit/renewal';
import { wanted } from '../../scripts/demo/lives/permit/wanted';
import { openDemonstration, type Demonstration } from '../support/demonstration';

jest.setTimeout(240_000);

describe('the demonstration of permits', () => {
  let demonstration: Demonstration;
  beforeAll(async () => {
    demonstration = await openDemonstration(permitLives);
  });
  afterAll(async () => {
    await demonstration?.close();
  });

  it('renews bekzod’s permit in a working day: filled in, proposed by the rule, confirmed by one officer', async () => {
    const { story, prose, text, types } = await demonstration.told(renewal);
    const old = permitToRenewOn(today());
    const until = spellDate(old.validUntil);
    expect(types.slice(-3)).toEqual(['decision-proposed', 'decision-approved', 'permit-issued']);
    expect(prose).toContain(`the permit register filled in: current permit number ${old.number}`);
    expect(prose).toContain(`in time by the rule "before the end", which takes it until ${until}`);
    expect(prose).toContain('aigul, caseworker ✓ confirms what the rule proposed: to grant');
    expect(prose).toContain(`it follows ${old.number} without a gap`);
    expect(text).toMatch(/clock +█+░* 1 of 1 working days used, 0 left, until/);
    expect(story.view.clock).toMatchObject({ termDays: 1, daysUsed: 1 });
  });

  it('renews it in the same way when it is run again: what was granted before never begins', async () => {
    await demonstration.told(renewal);
    const { story, types } = await demonstration.walk(renewal);
    expect(types.slice(-3)).toEqual(['decision-proposed', 'decision-approved', 'permit-issued']);
    expect(story.view.findings.filter(({ result }) => result !== 'clear')).toEqual([]);
    const validFrom = nextDate(permitToRenewOn(today()).validUntil);
    expect(story.view.certificate).toMatchObject({ validFrom });
  });

  it('finds no place for orhan, for whom a delegate of his employer files', async () => {
    const { story, prose, types } = await demonstration.told(employerLimit);
    expect(types).toContain('place-refused');
    expect(story.view.reasons).toMatchObject([{ ground: 'employer-limit', evidence: 'permit-register' }]);
    expect(prose).toContain('✗ finds no place left: 4200 of 50 are taken');
    expect(prose).toContain('nurlan tries to grant it all the same: refused, no-place-left');
  });

  it('refuses ulan, who is wanted, by the judgement and the reasons of an officer', async () => {
    const { story, types } = await demonstration.told(wanted);
    const finding = story.view.findings.find(({ check }) => check === 'criminal-registry');
    expect(finding).toMatchObject({ result: 'adverse', codes: ['wanted'], judgement: 'adverse' });
    expect(types).not.toContain('decision-proposed');
    expect(story.view.reasons).toMatchObject([{ ground: 'wanted' }]);
  });

  it('does not take his namesake for him', async () => {
    const { story, prose } = await demonstration.told(namesake);
    const finding = story.view.findings.find(({ check }) => check === 'criminal-registry');
    expect(finding).toMatchObject({ result: 'unclear', codes: ['same-name-only'], judgement: 'clear' });
    expect(prose).toContain('tries to grant before that is judged: refused, act-out-of-order');
  });

  it('checks the IIN of each member of saltanat’s family, and takes no form without it', async () => {
    const { prose } = await demonstration.told(family);
    expect(prose).toContain('/family/members/1/iin member-without-iin');
    expect(prose).toContain('looked at each member of the family: match, match');
  });

  it('takes no fingerprints of aruna, who is fifteen', async () => {
    const { prose, types } = await demonstration.told(child);
    expect(types.filter((type) => type === 'check-not-due')).toHaveLength(1);
    expect(prose).toContain('has nothing to ask the fingerprint registry: under sixteen');
  });

  it('proposes once to reopen samir’s case, and two people do', async () => {
    const { story, prose, types } = await demonstration.told(contradicted);
    const told = ['permit-issued', 'reopening-proposed', 'reopening-supported', 'reopening-decided'];
    expect(types.filter((type) => told.includes(type))).toEqual(told);
    expect(types.indexOf('finding-judged')).toBeGreaterThan(types.indexOf('reopening-decided'));
    const reopened = story.chapters.find(({ event }) => event.type === 'reopening-decided');
    expect(reopened?.after).toMatchObject({ certificate: null, proposal: null });
    expect(prose).toContain('tries to decide what she supported: refused, four-eyes');
    expect(prose).toContain('before an officer supports that: refused, act-out-of-order');
  });

  it('never takes a day without the register of kinship for "clear", and asks it once more', async () => {
    const { story, prose, types } = await demonstration.told(agencyDown);
    const told = ['check-unanswered', 'agency-asked-again', 'permit-issued'];
    expect(types.filter((type) => told.includes(type))).toEqual(told);
    const finding = story.view.findings.find(({ check }) => check === 'kinship-register');
    expect(finding).toMatchObject({ result: 'clear', judgement: null });
    expect(prose).toContain('the circuit opens: dana’s list of agencies says down, 1 case waits for it');
    expect(prose).toContain('tries to grant on the silence: refused, act-out-of-order');
  });
});
