/** What a neighbour has against a request. */
export class Problem extends Error {
  /** For the header Retry-After. */
  retryAfterSeconds: number | undefined;

  constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  comeBackIn(seconds: number | undefined): this {
    this.retryAfterSeconds = seconds;
    return this;
  }
}
