import type { RawRequest } from './inbound-request.ts';

/** What reading a body came to. `head` is what had come by then, `size` how much it is or claims to be. */
export type BodyRead =
  | { readonly ok: true; readonly body: Uint8Array }
  | {
      readonly ok: false;
      readonly why: 'too_large' | 'too_slow' | 'aborted' | 'overloaded';
      readonly head: Uint8Array;
      readonly size: number;
    };

/** Bytes of bodies that a process holds at once, being read or stored. */
export type ByteBudget = { take(bytes: number): boolean; give(bytes: number): void };

/** A request at the door of any transport, its body not yet read. */
export type Arrival = Omit<RawRequest, 'body'> & {
  /** The first segment after `/hooks/`, as sent. */
  readonly token: string;
  /** Unix milliseconds. */
  readonly receivedAt: number;
  /** Reads all of it, up to `limit` bytes; called at most once. */
  readBody(limit: number): Promise<BodyRead>;
  /** Reads no more than the head of a body that is refused unread. */
  readHead(limit: number): Promise<{ head: Uint8Array; size: number }>;
  /** Told the id under which it is kept, before the answer; a refusal may be on disk a little later. */
  noted?(requestId: string): void;
};

/** What the sender is told. Header names are lower-case. */
export type DoorAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};
