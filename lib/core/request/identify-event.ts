import type { Json } from '#lib/core/json.ts';
import type { RawRequest } from './inbound-request.ts';
import { inBody, inHeader, type Place, parsePlace, readPlace } from './place.ts';

/** Where a sender says what happened, and under which number. */
export type EventPlaces = {
  /** The first that holds something counts. */
  readonly type: readonly Place[];
  /** Appended to the type with a dot when there is one (GitHub: `issues` + `opened`). */
  readonly action?: Place;
  readonly id: readonly Place[];
};

/** An endpoint's rule, compiled once by `eventRule`. */
export type EventRule = {
  readonly provider: EventPlaces | null;
  readonly type: readonly Place[];
  readonly id: readonly Place[];
};

/** Types longer than this are cut: they are names to filter by, and one column of a row. */
export const maxEventType = 200;

const usualTypes: readonly Place[] = [
  inHeader('ce-type'),
  inHeader('x-event-type'),
  inBody('event_type'),
  inBody('type'),
  inBody('event'),
];
const usualIds: readonly Place[] = [
  inHeader('webhook-id'),
  inHeader('ce-id'),
  inHeader('idempotency-key'),
  inBody('event_id'),
  inBody('id'),
];

/**
 * Type: the provider's places, then the endpoint's `event.type`, then the usual ones.
 * Id: the endpoint's `event.id` alone if it is set, else the provider's places alone, else the usual
 * ones. An id never falls through from one to the next: a body's `id` is often the record's, and
 * merging two events loses one of them.
 */
export function eventRule(
  provider: EventPlaces | null,
  configured: { type?: string | null; id?: string | null },
): EventRule {
  const type = configured.type ? placeOrNone(configured.type) : [];
  const ownId = configured.id ? placeOrNone(configured.id) : null;
  return { provider, type: [...type, ...usualTypes], id: ownId ?? provider?.id ?? usualIds };
}

/** Places are checked when they are saved; one that no longer reads finds nothing. */
function placeOrNone(text: string): readonly Place[] {
  const place = parsePlace(text);
  return place.ok ? [place.value] : [];
}

type EventRequest = Pick<RawRequest, 'headers'>;

/**
 * The event's type and id. `parsed` gives the parsed body and is called only if a place in the body
 * must be looked at. The id is returned whole, whatever its length: cutting it would merge events.
 */
export function identifyEvent(
  rule: EventRule,
  request: EventRequest,
  parsed: () => Json,
): { type: string | null; id: string | null } {
  return { type: eventType(rule, request, parsed), id: eventId(rule, request, parsed) };
}

/** The type alone. */
export function eventType(
  rule: EventRule,
  request: EventRequest,
  parsed: () => Json,
): string | null {
  const { provider } = rule;
  const own = provider ? firstOf(provider.type, request, parsed) : null;
  const type = own === null ? firstOf(rule.type, request, parsed) : own;
  if (own === null || !provider?.action) return cut(type);
  const action = readPlace(provider.action, request.headers, parsed);
  return cut(action === null ? own : `${own}.${action}`);
}

/** The id alone: only used when duplicates are to be told apart by it. */
export function eventId(rule: EventRule, request: EventRequest, parsed: () => Json): string | null {
  return firstOf(rule.id, request, parsed);
}

function firstOf(
  places: readonly Place[],
  request: EventRequest,
  parsed: () => Json,
): string | null {
  for (const place of places) {
    const value = readPlace(place, request.headers, parsed);
    if (value !== null) return value;
  }
  return null;
}

function cut(type: string | null): string | null {
  return type && type.length > maxEventType ? type.slice(0, maxEventType) : type;
}

/**
 * Whether a subscription takes an event type: the same text, its leading dot segments (`issues`
 * takes `issues.opened`), or, with `*`, the same number of segments of which `*` stands for any one.
 */
export function eventMatches(subscription: string, type: string | null): boolean {
  if (type === null) return false;
  if (subscription === type) return true;
  if (!subscription.includes('*')) return type.startsWith(`${subscription}.`);
  const wanted = subscription.split('.');
  const segments = type.split('.');
  return (
    wanted.length === segments.length &&
    wanted.every((segment, index) => segment === '*' || segment === segments[index])
  );
}
