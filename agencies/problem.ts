/** What a neighbour has against a request. */
export class Problem extends Error {
  constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
    /** For the header Retry-After. */
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }
}
