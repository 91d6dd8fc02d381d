/** What an examination and its replaying process say to each other. */

/** The first message: where the keys of the payloads lie. */
export interface ReplayOrder {
  id: number;
  keysFile: string;
  code: string;
  /** Protobuf JSON, payloads still encrypted. */
  json: string;
  caseId: string;
}

/** Null when every command of the code was the one that the history has. */
export interface ReplayAnswer {
  id: number;
  trouble: { isNondeterminism: boolean; message: string } | null;
}
