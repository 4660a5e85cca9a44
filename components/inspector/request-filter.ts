import { takesEvent } from '#lib/core/graph/event-subscription.ts';

/** What a person may narrow the list by. It lives in the address, and goes to the API as it is. */
export type RequestFilter = {
  verdict?: string;
  outcome?: string;
  reason?: string;
  /** A subscription: leading dot segments, `*` for one. */
  event?: string;
  method?: string;
  q?: string;
};
export const filterKeys = ['verdict', 'outcome', 'reason', 'event', 'method', 'q'] as const;

type Filtered = {
  id: string;
  method: string;
  path: string;
  query: string;
  ip: string;
  verdict: string;
  outcome: string;
  reason: string | null;
  event: { type: string | null; id: string | null };
};

export function readFilter(address: URLSearchParams): RequestFilter {
  const given = filterKeys.flatMap((key) => {
    const value = address.get(key)?.trim();
    return value ? [[key, value]] : [];
  });
  return Object.fromEntries(given) as RequestFilter;
}

/** `other` parts of the address stay. */
export function writeFilter(filter: RequestFilter, other: URLSearchParams): URLSearchParams {
  const address = new URLSearchParams(other);
  for (const key of filterKeys) {
    const value = filter[key]?.trim();
    if (value) address.set(key, value);
    else address.delete(key);
  }
  return address;
}

/** Whether a row that came live belongs into the list; says the same as the API's list. */
export function matchesFilter(filter: RequestFilter, row: Filtered): boolean {
  const { verdict, outcome, reason, event, method, q } = filter;
  return (
    (!verdict || row.verdict === verdict) &&
    (!outcome || row.outcome === outcome) &&
    (!reason || row.reason === reason) &&
    (!method || row.method === method.toUpperCase()) &&
    (!event || takesEvent([event], row.event.type)) &&
    (!q || holds(row, q))
  );
}

function holds(row: Filtered, q: string): boolean {
  const { id, path, query, ip, event } = row;
  const text = [id, event.type, event.id, path, query, ip]
    .filter((part) => part !== null)
    .join('\n');
  return text.toLowerCase().includes(q.toLowerCase());
}
