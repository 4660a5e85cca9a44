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
