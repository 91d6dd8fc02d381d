/** Bekzod: his permit is renewed; the registers know most of it, the rule proposes, and one officer confirms. */
import type { Aside, Life, Tools } from '../../life';
import { renewingForm } from '../../permit-forms';
import { fileForPermit, judgePapers } from '../../permit-ways';
import { inWords, nameAgency } from '../../who';

export const renewal: Life = {
  title: 'A permit is renewed in a day',
  persona: 'bekzod',
  end: 'granted',

  async walk(tools) {
    const { office, permitApplicant, passWorkingDays, say } = tools;
    const wanted = { filing: 'renewal', purpose: 'work-with-permit', form: renewingForm() } as const;
    const { caseId, fetched } = await fileForPermit(tools, { who: 'bekzod', ...wanted });
    const known = await prefilledLines(tools, caseId, fetched);
    await judgePapers(tools, caseId, { by: 'aigul', reason: 'The work permit is the one of this employer.' });
    say('the rule proposes, aigul confirms');
    await permitApplicant.reach(caseId, 'awaiting-decision');
    await passWorkingDays(caseId, 1);
    const version = await office.confirmGrant('aigul', caseId);
    await permitApplicant.reach(caseId, 'granted');
    const alone =
      'nothing stands against it and the term is one working day: no hearing, and no second officer is needed';
    return { caseId, asides: [...known, { after: version, text: alone }] };
  },
};

/** What he finds filled in when he opens the form. */
async function prefilledLines({ permitApplicant }: Tools, caseId: string, after: number): Promise<Aside[]> {
  const values = await permitApplicant.prefilled(caseId);
  const sources = [...new Set(values.map(({ source }) => source))];
  const lines = sources.map((source) => {
    const known = values.filter((value) => value.source === source);
    const fields = known.map(({ pointer, value }) => `${fieldOf(pointer)} ${String(value)}`);
    return { after, text: `${nameAgency(source)} filled in: ${fields.join(', ')}` };
  });
  return [
    ...lines,
    { after, text: 'what the registers know he neither writes nor uploads: no contract, no policy' },
  ];
}

function fieldOf(pointer: string): string {
  const words = pointer
    .slice(1)
    .replaceAll('/', ' ')
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return inWords(words);
}
