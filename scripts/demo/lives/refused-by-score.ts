/** Pavel: a thin form scores below the threshold, and the rule refuses by itself. */
import { thinForm } from '../forms';
import type { Life } from '../life';
import { apply } from '../ways';

export const refusedByScore: Life = {
  title: 'Too few points',
  persona: 'pavel',
  end: 'refused',

  async walk(tools) {
    const applying = { who: 'pavel', region: 'kostanay', form: thinForm, days: [3, 12] } as const;
    const { caseId } = await apply(tools, applying);
    await tools.applicant.reach(caseId, 'refused');
    return { caseId, asides: [] };
  },
};
