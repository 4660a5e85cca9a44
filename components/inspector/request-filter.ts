import { takesEvent } from '#lib/core/graph/event-subscription.ts';

/** What a person may narrow the list by. It lives in the address. */
export type RequestFilter = {
  verdict?: string;
  outcome?: string;
  reason?: string;
  verification?: string;
  /** A subscription: leading dot segments, `*` for one. */
  event?: string;
  method?: string;
  q?: string;
  /** How far back: a name of `spans`. */
  span?: string;
  /** ISO times, or dates. */
  since?: string;
  until?: string;
};
const allKeys = [
  'verdict',
  'outcome',
  'reason',
  'verification',
  'event',
  'method',
  'q',
  'span',
  'since',
  'until',
] as const satisfies readonly (keyof RequestFilter)[];

export const outcomes = [
  'ran',
  'filtered',
  'duplicate',
  'rejected',
  'handshake',
  'captured',
  'waiting',
] as const;
export const verifications = ['verified', 'authenticated', 'failed', 'not_checked'] as const;
/** In ms. */
export const spans = { '1h': 3_600_000, '24h': 86_400_000, '7d': 604_800_000 } as const;

const verdicts = ['accepted', 'duplicate', 'handshake', 'rejected'];
const oneOf = (known: readonly string[]) => (value: string) => known.includes(value);
const upTo = (length: number) => (value: string) => value.length <= length;
const isMoment = (value: string) =>
  /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(value) && !Number.isNaN(Date.parse(value));
/** What the API's list takes; anything else would fail the whole list. */
const takes: Record<(typeof allKeys)[number], (value: string) => boolean> = {
  verdict: oneOf(verdicts),
  outcome: oneOf(outcomes),
  reason: upTo(60),
  verification: oneOf([...verifications, 'none']),
  event: upTo(500),
  method: upTo(20),
  q: upTo(200),
  span: oneOf(Object.keys(spans)),
  since: isMoment,
  until: isMoment,
};

/** `wrong`: values that the list can't be narrowed by. They are left out, and the page says so. */
export function readFilter(address: URLSearchParams): { filter: RequestFilter; wrong: string[] } {
  const filter: RequestFilter = {};
  const wrong: string[] = [];
  for (const key of allKeys) {
    const value = address.get(key)?.trim();
    if (!value) continue;
    if (takes[key](value)) filter[key] = value;
    else wrong.push(value.slice(0, 40));
  }
  return { filter, wrong };
}

/** `other` parts of the address stay. */
export function writeFilter(filter: RequestFilter, other: URLSearchParams): URLSearchParams {
  const address = new URLSearchParams(other);
  for (const key of allKeys) {
    const value = filter[key]?.trim();
    if (value) address.set(key, value);
    else address.delete(key);
  }
  return address;
}

/** The filter as the API takes it. `now` in Unix milliseconds. */
export function requestQuery({ span, ...filter }: RequestFilter, now: number): URLSearchParams {
  const query = new URLSearchParams(filter);
  const since = sinceOf(span, now);
  if (since && !filter.since) query.set('since', since);
  return query;
}

function sinceOf(span: string | undefined, now: number): string | undefined {
  if (!span || !Object.hasOwn(spans, span)) return undefined;
  return new Date(now - spans[span as keyof typeof spans]).toISOString();
}

type Filtered = {
  id: string;
  receivedAt: string;
  method: string;
  path: string;
  query: string;
  ip: string;
  verdict: string;
  outcome: string;
  reason: string | null;
  verification: { status: string };
  event: { type: string | null; id: string | null };
};

/** Whether a row that came live belongs into the list; says the same as the API's list. */
export function matchesFilter(filter: RequestFilter, row: Filtered): boolean {
  const { verdict, outcome, reason, event, method, q } = filter;
  return (
    (!verdict || row.verdict === verdict) &&
    (!outcome || row.outcome === outcome) &&
    (!reason || row.reason === reason) &&
    (!method || row.method === method.toUpperCase()) &&
    (!event || takesEvent([event], row.event.type)) &&
    (!q || holds(row, q)) &&
    isVerified(filter, row) &&
    isWithin(filter, row)
  );
}

function isVerified({ verification }: RequestFilter, row: Filtered): boolean {
  const { status } = row.verification;
  if (!verification || status === verification) return true;
  return verification === 'not_checked' && status === 'none';
}

/** What arrives live is newer than any span. */
function isWithin({ since, until }: RequestFilter, { receivedAt }: Filtered): boolean {
  const at = Date.parse(receivedAt);
  return (!since || at >= Date.parse(since)) && (!until || at < Date.parse(until));
}

function holds(row: Filtered, q: string): boolean {
  const { id, path, query, ip, event } = row;
  const text = [id, event.type, event.id, path, query, ip]
    .filter((part) => part !== null)
    .join('\n');
  return text.toLowerCase().includes(q.toLowerCase());
}
