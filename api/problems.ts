/** A refusal on its way to the caller: one code, and what may be said about it in public. */
import { problemStatus, type ProblemCode } from '../domain/problems';

/** One fault in what was sent: where (JSON pointer), which, and a sentence for a developer. */
export interface Fault {
  pointer: string;
  code: string;
  message: string;
}

/** A rule of the law by its name in a policy, with where it comes from and how sure we are. */
export interface CitedRule {
  policy: string;
  name: string;
  value: unknown;
  source: string;
  confidence: string;
}

export interface ProblemDetails {
  errors?: Fault[];
  /** English, for developers; never holds what the caller sent. */
  detail?: string;
  /** The rule that stands against it. */
  rule?: CitedRule;
  /** The intake number, when the act was registered before it was refused. */
  number?: number;
  headers?: Record<string, string>;
  cause?: unknown;
}

/** Thrown at the edges only; below them a refusal is a returned code. */
export class Problem extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(code, { cause: details.cause });
    this.name = 'Problem';
    this.status = problemStatus[code];
  }
}

/** Something about one field that its schema cannot say. */
export function invalidInput(pointer: string, code: string, message: string): Problem {
  return new Problem('invalid-input', { errors: [{ pointer, code, message }] });
}
