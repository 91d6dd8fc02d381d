/** The steps that file one row: its case is opened, its form saved and handed in, through the doors of a person. */
import type { BulkRows, RowSettlement, RowToFile } from '../db/desk/bulk-filings';
import type { CaseRow } from '../db/reads/cases';
import type { Actor } from '../domain/actor';
import type { ProblemCode } from '../domain/problems';
import { isClosed } from '../domain/statuses';
import { faultsByColumn } from './bulk-row-checks';
import type { ActAnswer, Casework } from './casework';
import { saveForm, submitForm } from './form-desk';
import { openPermit } from './permit-opening';
import { Problem } from './problems';

export interface BulkStepDeps {
  casework: Casework;
  rows: Pick<BulkRows, 'markFiled'>;
  findCase: (caseId: string) => Promise<CaseRow | undefined>;
  filingDate: () => string;
}

/** `later`: nobody answered yet, or the registers still fill the form in. */
export type StepOutcome = RowSettlement | 'later';

export function createBulkSteps({ casework, rows, findCase, filingDate }: BulkStepDeps) {
  async function open(row: RowToFile): Promise<StepOutcome | 'opened'> {
    const { filingId, caseId, employerId, language, content } = row;
    const { filing, purpose, region, person } = content;
    const answer = await openPermit(casework, {
      actor: delegateOf(row),
      idempotencyKey: keyOf(row),
      body: { filingId, row: row.row },
      filing,
      purpose,
      region,
      person,
      contact: { language },
      filedOn: filingDate(),
      employerId,
      caseId,
    });
    if (answer.kind !== 'done') return outcomeOf(answer);
    await rows.markFiled(row);
    return 'opened';
  }

  async function handIn(row: RowToFile): Promise<StepOutcome> {
    const { caseId, content } = row;
    const { file } = (await findCase(caseId)) ?? {};
    if (file === undefined || file.status === 'fetching') return 'later';
    if (file.form !== null) return { state: 'submitted' };
    if (isClosed(file.status)) return failed('case-over');
    const act = { caseId, actor: delegateOf(row) };
    const draft = { basedOn: 0, content: content.form };
    const saved = await saveForm(casework, { ...act, ...draft, idempotencyKey: `${keyOf(row)}:form` });
    const { version } = saved.answer;
    const idempotencyKey = `${keyOf(row)}:submission`;
    return outcomeOf(await submitForm(casework, { ...act, idempotencyKey, version }));
  }

  /** As far as it goes now. Idempotent: what was done before gives its first answer. Throws what nobody foresaw. */
  return async (row: RowToFile): Promise<StepOutcome> => {
    try {
      const opened = row.state === 'filed' ? 'opened' : await open(row);
      return opened === 'opened' ? await handIn(row) : opened;
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500) throw error;
      const errors = error.details.errors ?? [];
      return failed(
        error.code,
        errors.map((fault) => ({ ...fault, pointer: inRow(fault.pointer) })),
      );
    }
  };
}
export type BulkSteps = ReturnType<typeof createBulkSteps>;

function outcomeOf(answer: ActAnswer): StepOutcome {
  if (answer.kind === 'pending') return 'later';
  return answer.kind === 'refused' ? failed(answer.code) : { state: 'submitted' };
}

function failed(code: ProblemCode, errors: Parameters<typeof faultsByColumn>[0] = []): RowSettlement {
  return { state: 'failed', code, faults: faultsByColumn(errors) };
}

/** A fault of the form is told without the form's own place in the row. */
function inRow(pointer: string): string {
  return pointer.startsWith('/person') ? pointer : `/form${pointer}`;
}

function delegateOf({ uploadedBy }: RowToFile): Actor {
  return { id: uploadedBy, role: 'employer' };
}

function keyOf({ filingId, row }: RowToFile): string {
  return `bulk:${filingId}:${row}`;
}
