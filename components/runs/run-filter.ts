import type { RunStatus } from './run-types.ts';

export const runStatuses = [
  'running',
  'waiting',
  'failed',
  'succeeded',
  'filtered',
  'queued',
  'cancelled',
] as const satisfies readonly RunStatus[];
/** How far back, in ms. */
export const spans = { '1h': 3_600_000, '24h': 86_400_000, '7d': 604_800_000 } as const;
export type Span = keyof typeof spans;

/** What a person may narrow the runs by. It lives in the address. */
export type RunFilter = {
  status?: RunStatus;
  workflow?: string;
  request?: string;
  span?: Span;
};
export const runFilterKeys = ['status', 'workflow', 'request', 'span'] as const;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isKnown: Record<(typeof runFilterKeys)[number], (value: string) => boolean> = {
  status: (value) => (runStatuses as readonly string[]).includes(value),
  workflow: (value) => uuid.test(value),
  request: (value) => uuid.test(value),
  span: (value) => Object.hasOwn(spans, value),
};

/** `wrong`: values that no filter takes. They are left out of it, and the page says so. */
export function readRunFilter(address: URLSearchParams): { filter: RunFilter; wrong: string[] } {
  const filter: Record<string, string> = {};
  const wrong: string[] = [];
  for (const key of runFilterKeys) {
    const value = address.get(key)?.trim();
    if (!value) continue;
    if (isKnown[key](value)) filter[key] = value;
    else wrong.push(value);
  }
  return { filter: filter as RunFilter, wrong };
}

/** `other` parts of the address stay. */
export function writeRunFilter(filter: RunFilter, other: URLSearchParams): URLSearchParams {
  const address = new URLSearchParams(other);
  for (const key of runFilterKeys) {
    const value = filter[key];
    if (value) address.set(key, value);
    else address.delete(key);
  }
  return address;
}

/** The same as the API's list takes it. `now` in Unix milliseconds. */
export function runsQuery(filter: RunFilter, now: number): URLSearchParams {
  const { status, workflow, request, span } = filter;
  return new URLSearchParams({
    ...(status && { status }),
    ...(workflow && { workflowId: workflow }),
    ...(request && { requestId: request }),
    ...(span && { since: new Date(now - spans[span]).toISOString() }),
  });
}
