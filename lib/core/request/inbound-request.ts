/** Words of the product, stored as they stand here. */
export type Verdict = 'accepted' | 'duplicate' | 'handshake' | 'rejected';
export type Outcome =
  | 'handshake'
  | 'rejected'
  | 'duplicate'
  | 'captured'
  | 'waiting'
  | 'ran'
  | 'filtered';
export type VerificationStatus = 'verified' | 'authenticated' | 'failed' | 'not_checked' | 'none';
export type ParseState = 'ok' | 'failed' | 'none';

/** Header names and values in the order and the case they came in. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** A request as it stands at the door: nothing parsed, the body's exact bytes. */
export type RawRequest = {
  method: string;
  /** What follows the token, with its leading slash, or ''. Still percent-encoded. */
  path: string;
  /** Without the question mark. Still percent-encoded. */
  query: string;
  headers: HeaderList;
  body: Uint8Array;
  /** The sender, after trusted proxies. */
  ip: string;
  /** The URL as the sender knows it: some schemes sign it. */
  url: string;
};

/** A captured request without its headers and body. */
export type CapturedRequest = {
  id: string;
  endpointId: string;
  receivedAt: Date;
  method: string;
  path: string;
  query: string;
  contentType: string | null;
  bodySize: number;
  ip: string;
  verdict: Verdict;
  outcome: Outcome;
  reason: string | null;
  parse: ParseState;
  verification: { status: VerificationStatus; scheme: string; detail: string; secretId?: string };
  eventType: string | null;
  eventId: string | null;
  answerStatus: number;
  answerMs: number;
  duplicateOf: string | null;
  replayOf: string | null;
  edited: boolean;
};
