import { type Clock, shortMoment } from '#lib/i18n/time.ts';

export type Requested = {
  id: string;
  endpointId: string;
  receivedAt: string;
  method: string;
  path: string;
  event: { type: string | null; id: string | null };
  verification: { scheme: string };
};

type Known = {
  /** What the endpoints are called, by id. */
  endpoints: ReadonlyMap<string, string>;
  senders: readonly { id: string; label: string }[];
  clock: Clock;
};

/** What tells a request from others like it: its event; where, from whom and when it came. */
export function foundRequest(
  { endpointId, receivedAt, method, path, event, verification }: Requested,
  { endpoints, senders, clock }: Known,
): { label: string; detail: string } {
  const parts = [
    shortMoment(new Date(receivedAt), clock),
    endpoints.get(endpointId),
    senders.find(({ id }) => id === verification.scheme)?.label,
    event.id,
  ];
  // An endpoint is often called as its sender is.
  const detail = [...new Set(parts)].filter(Boolean).join(' · ');
  return { label: event.type ?? `${method} ${path || '/'}`, detail };
}
