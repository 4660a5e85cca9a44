import { type WorkflowStatus, workflowStatus } from '#lib/core/graph/workflow.ts';
import { uuidTime } from '#lib/core/ids.ts';
import { type ChartShape, type ChartWindow, chartShape } from '#lib/core/overview/chart-window.ts';
import { type Need, sortNeeds } from '#lib/core/overview/needs.ts';

const dayMs = 86_400_000;
const soonMs = 7 * dayMs;
const busiestShown = 5;
const workflowsShown = 8;
/** As far as the store counts. */
const mostHeld = 1000;

type Stats = { received: number; captured: number; rejected: number };
type EndpointCounts<S> = {
  id: string;
  stats: S;
  lastAccepted: number | null;
  lastRejected: number | null;
  lastCaptured: number | null;
};
type Counts<S> = { total: S; buckets: Map<number, S>; endpoints: EndpointCounts<S>[] };
type Pulse = {
  id: string;
  name: string;
  liveVersion: number | null;
  paused: boolean;
  runs: number;
  failed: number;
  failedRunId: string | null;
  failedMessage: string | null;
  held: number;
  oldestHeldId: string | null;
  lastRunAt: Date | null;
};

export type OverviewDeps<S extends Stats> = {
  now(): number;
  endpointIds(workspaceId: string): Promise<string[]>;
  store: {
    counts(endpointIds: string[], shape: ChartShape): Promise<Counts<S>>;
    rejectedAfter(
      after: ReadonlyMap<string, Date>,
      until: Date,
    ): Promise<{ endpointId: string; reason: string; n: number; first: Date }[]>;
    endpointNames(workspaceId: string, ids: string[]): Promise<Map<string, string>>;
    unheard(endpointIds: string[]): Promise<Set<string>>;
    workflows(workspaceId: string, since: number): Promise<Pulse[]>;
    lastRunAt(workflowIds: string[]): Promise<Map<string, Date>>;
    expiring(
      workspaceId: string,
      from: Date,
      until: Date,
    ): Promise<{ kind: 'endpoint' | 'secrets' | 'token'; id: string; name: string; at: Date }[]>;
  };
};

export type OverviewInput = {
  workspaceId: string;
  window: ChartWindow;
  /** API tokens are an owner's matter. */
  withTokens: boolean;
};

export type Overview<S> = {
  since: string;
  until: string;
  bucketSeconds: number;
  totals: S;
  /** Those in which something came; `at` is when one starts. */
  buckets: (S & { at: string })[];
  needs: Need[];
  endpoints: number;
  busiest: { id: string; name: string; received: number }[];
  workflows: {
    total: number;
    items: {
      id: string;
      name: string;
      status: WorkflowStatus;
      liveVersion: number | null;
      runs: number;
      failed: number;
      waiting: number;
      lastRunAt: string | null;
    }[];
  };
};

/** What a workspace received and did, and what of it needs a person. */
export async function overview<S extends Stats>(
  deps: OverviewDeps<S>,
  input: OverviewInput,
): Promise<Overview<S>> {
  const { store } = deps;
  const now = deps.now();
  const shape = chartShape(input.window, now);
  const ids = await deps.endpointIds(input.workspaceId);
  const [counts, workflows, names, expiring] = await Promise.all([
    store.counts(ids, shape),
    store.workflows(input.workspaceId, now - dayMs),
    store.endpointNames(input.workspaceId, ids),
    store.expiring(input.workspaceId, new Date(now), new Date(now + soonMs)),
  ]);
  const known = counts.endpoints.filter(({ id }) => names.has(id));
  const place = { now, shape, names };
  return {
    since: iso(shape.since),
    until: iso(shape.until),
    bucketSeconds: shape.bucketMs / 1000,
    totals: counts.total,
    buckets: [...counts.buckets]
      .sort(([a], [b]) => a - b)
      .map(([at, stats]) => ({ ...stats, at: iso(shape.since + at * shape.bucketMs) })),
    needs: sortNeeds([
      ...(await refusing(deps, known, place)),
      ...(await unheard(deps, known, place)),
      ...workflows.flatMap(workflowNeeds),
      ...expiring.filter(({ kind }) => input.withTokens || kind !== 'token').map(ending),
    ]),
    endpoints: names.size,
    busiest: known
      .map(({ id, stats }) => ({ id, name: names.get(id) ?? '', received: stats.received }))
      .sort((a, b) => b.received - a.received)
      .slice(0, busiestShown),
    workflows: { total: workflows.length, items: await shown(deps, workflows) },
  };
}

type Place = { now: number; shape: ChartShape; names: ReadonlyMap<string, string> };

/** Endpoints that refused in the last day: all since they last let one in, or some that a live workflow misses. */
async function refusing<S extends Stats>(
  { store }: OverviewDeps<S>,
  endpoints: readonly EndpointCounts<S>[],
  { now, shape, names }: Place,
): Promise<Need[]> {
  const refused = endpoints.filter(({ lastRejected }) => (lastRejected ?? 0) > now - dayMs);
  const [silent, mixed] = [refused.filter(isSilent), refused.filter((one) => !isSilent(one))];
  const alone = await store.unheard(mixed.map(({ id }) => id));
  const heard = mixed.filter(({ id }) => !alone.has(id));
  const accepted = new Map(silent.map(({ id, lastAccepted }) => [id, lastAccepted]));
  const after = new Map([
    ...silent.map(
      ({ id, lastAccepted }) => [id, new Date(lastAccepted ?? shape.since - 1)] as const,
    ),
    ...heard.map(({ id }) => [id, new Date(now - dayMs)] as const),
  ]);
  const rows = await store.rejectedAfter(after, new Date(shape.until));
  return [...Map.groupBy(rows, ({ endpointId }) => endpointId)].map(([endpointId, reasons]) => {
    const { reason } = reasons.reduce((a, b) => (b.n > a.n ? b : a));
    const count = reasons.reduce((sum, { n }) => sum + n, 0);
    const told = { endpointId, name: names.get(endpointId) ?? '', count, reason };
    const last = accepted.get(endpointId);
    if (last === undefined) return { kind: 'endpoint_refused', ...told };
    const first = Math.min(...reasons.map((row) => row.first.getTime()));
    return { kind: 'endpoint_rejecting', ...told, since: last === null ? null : first };
  });
}

/** It lets nothing in any more. */
function isSilent({ lastAccepted, lastRejected }: EndpointCounts<Stats>): boolean {
  return (lastRejected ?? 0) > (lastAccepted ?? 0);
}

/** Endpoints whose requests were kept in the last day, but ran nothing, and still would. */
async function unheard<S extends Stats>(
  { store }: OverviewDeps<S>,
  endpoints: readonly EndpointCounts<S>[],
  { now, names }: Place,
): Promise<Need[]> {
  const captured = endpoints.filter(({ lastCaptured }) => (lastCaptured ?? 0) > now - dayMs);
  const alone = await store.unheard(captured.map(({ id }) => id));
  return captured
    .filter(({ id }) => alone.has(id))
    .map(({ id, stats }) => ({
      kind: 'endpoint_unheard',
      endpointId: id,
      name: names.get(id) ?? '',
      count: stats.captured,
    }));
}

function workflowNeeds(workflow: Pulse): Need[] {
  const { id: workflowId, name, failed, runs, held } = workflow;
  const needs: Need[] = [];
  if (failed > 0 && workflow.failedRunId) {
    const { failedRunId: runId, failedMessage } = workflow;
    const message = failedMessage ?? '';
    needs.push({ kind: 'workflow_failing', workflowId, name, failed, of: runs, runId, message });
  }
  if (workflow.paused && workflow.oldestHeldId) {
    const more = held >= mostHeld;
    const since = uuidTime(workflow.oldestHeldId);
    needs.push({ kind: 'workflow_paused', workflowId, name, waiting: held, more, since });
  }
  return needs;
}

type Ending = { kind: 'endpoint' | 'secrets' | 'token'; id: string; name: string; at: Date };

function ending({ kind, id: endpointId, name, at: date }: Ending): Need {
  const at = date.getTime();
  if (kind === 'token') return { kind: 'token_expiring', name, at };
  return {
    kind: kind === 'secrets' ? 'secrets_expiring' : 'endpoint_expiring',
    endpointId,
    name,
    at,
  };
}

/** Those that ran last first, then the last changed. */
async function shown<S extends Stats>(
  { store }: OverviewDeps<S>,
  workflows: readonly Pulse[],
): Promise<Overview<S>['workflows']['items']> {
  const time = ({ lastRunAt }: Pulse) => lastRunAt?.getTime() ?? 0;
  const some = [...workflows].sort((a, b) => time(b) - time(a)).slice(0, workflowsShown);
  const quiet = some.filter(({ lastRunAt }) => lastRunAt === null).map(({ id }) => id);
  const earlier = await store.lastRunAt(quiet);
  return some.map(({ id, name, liveVersion, paused, runs, failed, held, lastRunAt }) => ({
    id,
    name,
    status: workflowStatus({ liveVersion, paused }),
    liveVersion,
    runs,
    failed,
    waiting: held,
    lastRunAt: (lastRunAt ?? earlier.get(id))?.toISOString() ?? null,
  }));
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
