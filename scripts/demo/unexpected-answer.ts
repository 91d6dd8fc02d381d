/** What stops a demonstration: an answer that nobody expected, with what was sent and what came back. */

interface Exchange {
  who: string;
  /** Method and address. */
  line: string;
  sent?: unknown;
  /** What should have come. */
  expected: string;
  status?: number;
  answer: unknown;
}

export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
  readonly answer: unknown;

  constructor({ who, line, sent, expected, status, answer }: Exchange) {
    super(
      [
        `who         ${who}`,
        `asked       ${line}`,
        ...(sent === undefined ? [] : [`sent        ${shown(sent)}`]),
        `expected    ${expected}`,
        `came back   ${[status, shown(answer)].filter((part) => part !== undefined).join(' ')}`,
      ].join('\n'),
    );
    this.answer = answer;
  }
}

function shown(value: unknown): string {
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
