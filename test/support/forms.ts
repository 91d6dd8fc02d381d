/** Builders of forms: a valid one that differs where a test says so. */
import type { ApplicationForm } from '../../domain/form';
import { fullForm, thinForm } from '../../scripts/demo/forms';

/** Scores above the threshold. */
export const strongForm = fullForm;
/** Scores below the threshold. */
export const weakForm = thinForm;

type Unlike = { [Section in keyof ApplicationForm]?: Partial<ApplicationForm[Section]> };

/** A form without a fault; what is given replaces the fields of its sections. */
export function aForm(unlike: Unlike = {}): ApplicationForm {
  const sections = Object.entries(fullForm).map(([name, section]) => [
    name,
    { ...section, ...unlike[name as keyof ApplicationForm] },
  ]);
  return Object.fromEntries(sections) as ApplicationForm;
}
