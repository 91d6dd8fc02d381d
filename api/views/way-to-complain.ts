/** Of what somebody can complain now, until when, and how: an act that does not say so can be attacked for longer. */
import type { CaseFile } from '../../domain/case-file';
import { canBeComplainedOf, complaintsUntil, findGrievance } from '../../policy/complaint';
import { policyOf } from '../../policy/policies';

/** Administrative Procedural Code, arts. 91-92: to the body that decided; to a court after that way was gone. */
const how = {
  kk: 'Шағым шешім қабылдаған органға осы қызмет арқылы беріледі. Орган оны толық қанағаттандырады немесе іспен бірге шағымды қарайтын органға жібереді. Сотқа осыдан кейін жүгінуге болады.',
  ru: 'Жалоба подаётся через этот сервис в орган, принявший решение. Он удовлетворяет её полностью или направляет вместе с делом в орган, рассматривающий жалобу. После этого можно обратиться в суд.',
  en: 'Complain through this service to the body that decided. It satisfies the complaint in full, or forwards it with the file to the body that considers it. After that you may go to a court.',
};

/** Undefined when nothing can be complained of, or not any more, at an instant of the case. */
export function findWayToComplain(file: CaseFile, now: string) {
  const grievance = findGrievance(file);
  if (grievance === undefined || file.overAt !== null || !canBeComplainedOf(file)) return undefined;
  const until = complaintsUntil(file, grievance);
  if (now >= until) return undefined;
  const { filedWithinMonths, satisfied, decided } = policyOf(file.policyVersion).complaint;
  return {
    ...grievance,
    until,
    verb: 'fileComplaint' as const,
    satisfiedWithin: satisfied.value,
    decidedWithin: decided.value,
    source: filedWithinMonths.source,
    how,
  };
}
