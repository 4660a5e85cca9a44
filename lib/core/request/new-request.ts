import type { ParseState } from './inbound-request.ts';

/** An accepted request, ready to be stored. Times are Unix milliseconds. */
export type NewRequest = {
  id: string;
  endpointId: string;
  /** The revision of the endpoint's configuration that the request was judged by. */
  revision: number;
  receivedAt: number;
  method: string;
  path: string;
  query: string;
  contentType: string | null;
  /** Exactly as received. */
  body: Uint8Array;
  /** JSON `[[name, value], …]`, shared secrets masked. */
  headers: string;
  ip: string;
  /** JSON `{status, scheme, detail, secretId?}`. */
  verification: string;
  eventType: string | null;
  eventId: string | null;
  parse: ParseState;
  answerStatus: number;
  hop: number;
  dedupe: { key: Buffer; expiresAt: number } | null;
};

/** What became of an accepted request when it was to be stored. */
export type StoreOutcome =
  | { kind: 'accepted' }
  | { kind: 'duplicate'; of: string }
  /** The endpoint's configuration moved since the request was judged: judge it again. */
  | { kind: 'moved' };

/** A request that starts nothing: refused, a duplicate, or a handshake. */
export type SideRequest = Omit<NewRequest, 'revision' | 'dedupe'> & {
  workspaceId: string;
  verdict: 'rejected' | 'duplicate' | 'handshake';
  reason: string | null;
  duplicateOf: string | null;
  /** Bytes received; `body` may hold only their head. */
  bodySize: number;
  answerMs: number;
};
