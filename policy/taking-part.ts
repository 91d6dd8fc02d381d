/** Who of the office had a part in a case: nobody of them decides a complaint about it. */
import type { CaseFile, InterviewFile } from '../domain/case-file';

/** The panel without those who stepped back. */
export function sittingIn({ panel, recused }: InterviewFile): string[] {
  return panel.filter((member) => !recused.includes(member));
}

/** Who acted, and who sat in an interview; of one that stands also where its record did not say so yet. */
export function whoTookPart({ tookPart, interview }: CaseFile): string[] {
  const sat = interview === null || interview.outcome === null ? [] : sittingIn(interview);
  return [...new Set([...tookPart, ...sat])];
}
