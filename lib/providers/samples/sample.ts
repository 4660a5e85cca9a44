import type { Json } from '#lib/core/json.ts';

/** What makes one delivery different from the next. */
export type Fresh = {
  /** A UUID, new for each delivery. */
  id: string;
  at: Date;
};

/** A delivery as its sender would make it, but for its signature. Header names as the sender writes them. */
export type Sample = {
  headers: readonly (readonly [name: string, value: string])[];
  body: Json;
};

export type MakeSample = (fresh: Fresh) => Sample;

/** One of several that a sender's samples are chosen from, by the event type that the door will find. */
export type SampleEvent = { event: string; make: MakeSample };

/** Ids of senders that write hexadecimal digits without dashes. */
export function plainId({ id }: Fresh): string {
  return id.replaceAll('-', '');
}

/** Times without milliseconds, as most senders write them. */
export function isoSeconds({ at }: Fresh): string {
  return at.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

export function unixSeconds({ at }: Fresh): number {
  return Math.floor(at.getTime() / 1000);
}
