import { uuidFloor } from '#lib/core/ids.ts';

export type RequestFilter = {
  workspaceId: string;
  /** Absent: the whole workspace. */
  endpointIds?: string[] | undefined;
  verdict?: string | undefined;
  outcome?: string | undefined;
  reason?: string | undefined;
  /** Its status. */
  verification?: string | undefined;
  /** A subscription: leading dot segments, `*` for one. */
  event?: string | undefined;
  method?: string | undefined;
  /** Part of what was received: request-search.ts. */
  q?: string | undefined;
  since?: Date | undefined;
  until?: Date | undefined;
  /** Only requests older than this id. */
  before?: string | undefined;
  limit: number;
};

/** Of a CapturedRequest. */
export const requestColumns = `id, endpoint_id AS "endpointId", received_at AS "receivedAt", method, path, query,
  content_type AS "contentType", body_size AS "bodySize", ip, verdict, outcome, reason, parse,
  verification, event_type AS "eventType", event_id AS "eventId", answer_status AS "answerStatus",
  answer_ms AS "answerMs", duplicate_of AS "duplicateOf", replay_of AS "replayOf", edited`;

/** Of more endpoints than these, walking back through all requests is the shorter way. */
const fewEndpoints = 64;

/**
 * The newest requests that a filter lets through, but for its `q`. Each endpoint's newest by its own
 * part of the index, then the newest of those: `endpoint_id = ANY` would sort all that the endpoints
 * ever received. The whole workspace is read back by id.
 */
export function newestRequests(
  columns: string,
  filter: RequestFilter,
): { text: string; values: unknown[] } {
  const { endpointIds, limit } = filter;
  const where = conditionsOf(filter);
  const { values } = where;
  const end = `ORDER BY id DESC LIMIT ${where.value(limit)}`;
  if (endpointIds && endpointIds.length <= fewEndpoints) {
    const text = `SELECT ${columns} FROM unnest(${where.value(endpointIds)}::uuid[]) AS wanted (endpoint)
      CROSS JOIN LATERAL (SELECT * FROM inbound_request
        WHERE endpoint_id = wanted.endpoint AND ${where.text} ${end}) AS newest ${end}`;
    return { text, values };
  }
  if (endpointIds) where.add('endpoint_id = ANY(?::uuid[])', endpointIds);
  return { text: `SELECT ${columns} FROM inbound_request WHERE ${where.text} ${end}`, values };
}

function conditionsOf(filter: RequestFilter): Conditions {
  const where = new Conditions();
  where.add('workspace_id = ?', filter.workspaceId);
  where.add('id < ?', filter.before);
  where.add('id >= ?', filter.since && uuidFloor(filter.since.getTime()));
  where.add('id < ?', filter.until && uuidFloor(filter.until.getTime()));
  where.add('verdict = ?', filter.verdict);
  where.add('outcome = ?', filter.outcome);
  where.add('reason = ?', filter.reason);
  where.add(
    "verification->>'status' = ANY(?::text[])",
    filter.verification && verificationStatuses(filter.verification),
  );
  where.add('method = ?', filter.method?.toUpperCase());
  where.add('event_type ~ ?', filter.event && subscriptionPattern(filter.event));
  return where;
}
/** `AND`ed conditions whose values become parameters; an undefined or empty one is left out. */
class Conditions {
  readonly values: unknown[] = [];
  readonly #parts: string[] = [];

  add(condition: string, value: unknown): void {
    if (value === undefined || value === '') return;
    this.#parts.push(condition.replace('?', this.value(value)));
  }

  value(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  get text(): string {
    return this.#parts.join(' AND ');
  }
}

/** Nothing to check, or a replay, which nobody checks: for a person both are "not checked". */
function verificationStatuses(status: string): string[] {
  return status === 'not_checked' ? ['not_checked', 'none'] : [status];
}

/** A subscription as a PostgreSQL pattern; says the same as lib/core/graph/event-subscription.ts. */
function subscriptionPattern(subscription: string): string {
  const segments = subscription
    .split('.')
    .map((segment) => (segment === '*' ? '[^.]*' : segment.replaceAll(/[^A-Za-z0-9_]/g, '\\$&')));
  return `^${segments.join('\\.')}(\\.|$)`;
}
