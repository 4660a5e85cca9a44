import type { TriggerScope } from '#lib/core/execution/types.ts';
import type { JsonObject } from '#lib/core/json.ts';
import type { HeaderList } from './inbound-request.ts';
import { parseBody } from './parse-body.ts';

/** A captured request as a run needs it. */
export type StoredRequest = {
  id: string;
  endpointId: string;
  workspaceId: string;
  /** Unix milliseconds. */
  receivedAt: number;
  method: string;
  /** What follows the token, with its leading slash, or ''. */
  path: string;
  /** Without the question mark; percent-encoded. */
  query: string;
  headers: HeaderList;
  contentType: string | null;
  body: Uint8Array;
  ip: string;
  eventType: string | null;
  eventId: string | null;
  replayOf: string | null;
  hop: number;
};

/** `bodySize`: bytes as received, more than `body` where only the head of a refused one was kept. */
export type LoadedRequest = StoredRequest & { outcome: string; bodySize: number };

export type ScopeEndpoint = { id: string; name: string; metadata: JsonObject };

/** What the request puts under the template roots. A body that can't be parsed stands as its text. */
export function triggerScope(request: StoredRequest, endpoint: ScopeEndpoint): TriggerScope {
  const { first, all } = queryFields(request.query);
  return {
    body: parseBody(request.contentType, request.body).value,
    headers: joinHeaders(request.headers),
    query: first,
    queryAll: all,
    path: request.path,
    method: request.method,
    request: {
      id: request.id,
      receivedAt: new Date(request.receivedAt).toISOString(),
      ip: request.ip,
      contentType: request.contentType,
      event: { type: request.eventType, id: request.eventId },
      replayOf: request.replayOf,
    },
    endpoint,
  };
}

/** Lower-case names; repeats joined by `, ` (RFC 9110 §5.3). */
function joinHeaders(headers: HeaderList): Record<string, string> {
  const joined = new Map<string, string>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const before = joined.get(key);
    joined.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(joined);
}

/** `Object.fromEntries` defines members, so a field named `__proto__` is plain data. */
function queryFields(query: string): {
  first: Record<string, string>;
  all: Record<string, string[]>;
} {
  if (query === '') return { first: {}, all: {} };
  const lists = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(query)) {
    const list = lists.get(name);
    if (list) list.push(value);
    else lists.set(name, [value]);
  }
  const all = Object.fromEntries(lists);
  return {
    first: Object.fromEntries([...lists].map(([name, list]) => [name, list[0] ?? ''])),
    all,
  };
}
