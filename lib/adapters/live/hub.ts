import type { LiveRunRow, LiveScope } from '#lib/adapters/db/live-store.ts';
import type { CapturedRequest } from '#lib/core/request/inbound-request.ts';
import type { Log } from '#lib/log.ts';
import { GatheredRows, type RunNotice } from './gathered-rows.ts';
import type { Notice } from './notifications.ts';

export type LiveEvent = {
  /** Unix milliseconds: where a stream that broke goes on. */
  id: string;
  event: 'request' | 'run' | 'step' | 'reset';
  data: unknown;
};
/** Whoever listens. `send` says whether it kept up; one that didn't is dropped. */
export type LiveSink = { send(event: LiveEvent): boolean; close(): void };

export type LiveHubDeps = {
  notifications: {
    subscribe(listener: (notice: Notice) => void): () => void;
    onConnection(listener: (connected: boolean) => void): () => void;
  };
  store: {
    requests(ids: string[]): Promise<CapturedRequest[]>;
    runs(ids: string[]): Promise<LiveRunRow[]>;
    requestsSince(scope: LiveScope, since: Date, limit: number): Promise<CapturedRequest[]>;
    runsSince(scope: LiveScope, since: Date, limit: number): Promise<LiveRunRow[]>;
    ownsWorkflow(workspaceId: string, workflowId: string): Promise<boolean>;
  };
  /** How rows are shown: the summaries of the API. */
  present: { request(row: CapturedRequest): unknown; run(row: LiveRunRow): unknown };
  log: Log;
  now(): number;
};

const maxPerOwner = 10;
/** A stream that missed more starts afresh. */
const maxBehind = 1_000;
const rereadMs = 10_000;
/** In a flood those who watch are caught up so often. */
const floodMs = 2_000;

type Subscription = {
  owner: string;
  scope: LiveScope;
  endpoints: Set<string>;
  sink: LiveSink;
  /** Of one run: whether its workflow is the workspace's. Asked at its first sign of life. */
  ownsRun?: Promise<boolean>;
  /** In a flood: from when on to read again. */
  behindSince?: number;
};
type StepNotice = Extract<Notice, { kind: 'step' }>;

/** Turns notices (ids only) into events for those who watch, and catches up those who were away. */
export class LiveHub {
  readonly #deps: LiveHubDeps;
  readonly #subscriptions = new Set<Subscription>();
  readonly #rows: GatheredRows;
  #flood: NodeJS.Timeout | undefined;
  #lostAt: number | undefined;
  #stopped = false;
  #ends: (() => void)[] = [];

  constructor(deps: LiveHubDeps) {
    const { store, log, now } = deps;
    this.#deps = deps;
    this.#rows = new GatheredRows({
      ...{ store, log, now },
      onRequest: (at, row) => this.#sendRequest(at, row),
      onRun: (at, row) => this.#sendRun(at, row),
      onUnwritten: (at, notice) => this.#sendUnwritten(at, notice),
      onFlood: () => this.#send(this.#reset(), () => true),
      isWatched: () => this.#subscriptions.size > 0,
    });
  }

  start(): void {
    const { notifications } = this.#deps;
    this.#ends = [
      notifications.subscribe((notice) => this.#notice(notice)),
      notifications.onConnection((connected) => this.#connection(connected)),
    ];
  }

  /** Ends every stream. */
  stop(): void {
    this.#stopped = true;
    this.#rows.stop();
    clearTimeout(this.#flood);
    for (const end of this.#ends) end();
    for (const subscription of [...this.#subscriptions]) this.#drop(subscription);
  }

  get size(): number {
    return this.#subscriptions.size;
  }

  /**
   * Watches until the returned function is called or `sink.close` was. `since`: the id of the last
   * event that got through; all from 10 s before it comes again. Null where `owner` has too many.
   */
  subscribe(input: {
    owner: string;
    scope: LiveScope;
    since: number | null;
    sink: LiveSink;
  }): (() => void) | null {
    const { owner, scope, since, sink } = input;
    const mine = [...this.#subscriptions].filter((other) => other.owner === owner);
    if (mine.length >= maxPerOwner || this.#stopped) return null;
    const endpoints = new Set(scope.endpointIds);
    const subscription: Subscription = { owner, scope, sink, endpoints };
    this.#subscriptions.add(subscription);
    // After it was added: what happens meanwhile comes twice rather than never.
    if (since !== null) this.#catchUp(subscription, since - rereadMs);
    return () => this.#subscriptions.delete(subscription);
  }

  #notice(notice: Notice): void {
    if (notice.kind === 'step') this.#sendStep(notice);
    else if (notice.kind === 'run' && this.#some((one) => mayWatchRun(one, notice))) {
      this.#rows.addRun(notice);
    } else if (notice.kind === 'request' && this.#watchesEndpoint(notice.endpointId)) {
      this.#rows.addRequest(notice.id);
    } else if (notice.kind === 'requests') this.#flooded(notice.endpointId, notice.since);
  }

  #flooded(endpointId: string, since: number): void {
    for (const subscription of this.#subscriptions) {
      if (!subscription.endpoints.has(endpointId)) continue;
      subscription.behindSince = Math.min(subscription.behindSince ?? since, since);
      this.#flood ??= setTimeout(() => this.#catchUpFlooded(), floodMs);
    }
  }

  #catchUpFlooded(): void {
    this.#flood = undefined;
    for (const subscription of this.#subscriptions) {
      const { behindSince } = subscription;
      if (behindSince === undefined) continue;
      delete subscription.behindSince;
      this.#catchUp(subscription, behindSince);
    }
  }

  #some(test: (subscription: Subscription) => boolean): boolean {
    for (const subscription of this.#subscriptions) if (test(subscription)) return true;
    return false;
  }

  #watchesEndpoint(id: string): boolean {
    return this.#some(({ endpoints }) => endpoints.has(id));
  }

  #sendRequest(at: number, row: CapturedRequest): void {
    this.#send(
      { id: String(at), event: 'request', data: this.#deps.present.request(row) },
      ({ endpoints }) => endpoints.has(row.endpointId),
    );
  }

  #sendRun(at: number, row: LiveRunRow): void {
    // An endpoint that was bound after somebody began to watch is known by its first run.
    for (const { scope, endpoints } of this.#subscriptions) {
      if (scope.workflowId === row.workflowId) endpoints.add(row.endpointId);
    }
    this.#send(
      { id: String(at), event: 'run', data: this.#deps.present.run(row) },
      (subscription) => watchesRun(subscription, row),
    );
    // Its request may be decided now.
    if (row.finishedAt && this.#watchesEndpoint(row.endpointId)) {
      this.#rows.addRequest(row.requestId);
    }
  }

  #sendUnwritten(at: number, { kind: _, ...notice }: RunNotice): void {
    const event: LiveEvent = {
      id: String(at),
      event: 'run',
      data: { ...notice, status: 'running' },
    };
    this.#sendUnread(event, { runId: notice.id, workflowId: notice.workflowId });
  }

  #sendStep({ kind: _, ...data }: StepNotice): void {
    if (this.#subscriptions.size === 0) return;
    this.#sendUnread({ id: String(this.#deps.now()), event: 'step', data }, data);
  }

  /** What a notice itself says, of a run whose row wasn't read. */
  #sendUnread(event: LiveEvent, run: { runId: string; workflowId: string }): void {
    for (const subscription of [...this.#subscriptions]) {
      const { scope } = subscription;
      if (scope.workflowId === run.workflowId) this.#sendTo(subscription, event);
      if (scope.runId !== run.runId) continue;
      subscription.ownsRun ??= this.#deps.store.ownsWorkflow(scope.workspaceId, run.workflowId);
      subscription.ownsRun
        .then((owns) => owns && this.#sendTo(subscription, event))
        .catch(() => this.#drop(subscription));
    }
  }

  #send(event: LiveEvent, to: (subscription: Subscription) => boolean): void {
    for (const subscription of [...this.#subscriptions]) {
      if (to(subscription)) this.#sendTo(subscription, event);
    }
  }

  #sendTo(subscription: Subscription, event: LiveEvent): void {
    if (!this.#subscriptions.has(subscription)) return;
    if (!subscription.sink.send(event)) this.#drop(subscription);
  }

  #drop(subscription: Subscription): void {
    this.#subscriptions.delete(subscription);
    subscription.sink.close();
  }

  #connection(connected: boolean): void {
    if (!connected) {
      this.#lostAt ??= this.#deps.now();
    } else if (this.#lostAt !== undefined) {
      const since = this.#lostAt - rereadMs;
      this.#lostAt = undefined;
      for (const subscription of this.#subscriptions) this.#catchUp(subscription, since);
    }
  }

  #catchUp(subscription: Subscription, since: number): void {
    this.#reread(subscription, new Date(Math.max(since, 0))).catch((cause: Error) => {
      this.#deps.log.warn('live.reread_failed', { message: cause.message });
      this.#drop(subscription);
    });
  }

  async #reread(subscription: Subscription, since: Date): Promise<void> {
    const { store, present, now } = this.#deps;
    const id = String(now());
    const runs = await store.runsSince(subscription.scope, since, maxBehind);
    const requests = await this.#requestsSince(subscription, since, runs);
    if (requests.length + runs.length > maxBehind) {
      this.#sendTo(subscription, this.#reset());
      return;
    }
    for (const row of requests) {
      this.#sendTo(subscription, { id, event: 'request', data: present.request(row) });
    }
    for (const row of runs)
      this.#sendTo(subscription, { id, event: 'run', data: present.run(row) });
  }

  /** Those received since then, and older ones whose runs have ended since: their outcome moved. */
  async #requestsSince(
    { scope, endpoints }: Subscription,
    since: Date,
    runs: LiveRunRow[],
  ): Promise<CapturedRequest[]> {
    const { store } = this.#deps;
    const fresh = await store.requestsSince(scope, since, maxBehind);
    if (endpoints.size === 0 || fresh.length > maxBehind) return fresh;
    const known = new Set(fresh.map((row) => row.id));
    const moved = new Set(runs.map((run) => run.requestId).filter((id) => !known.has(id)));
    const older = moved.size > 0 ? await store.requests([...moved]) : [];
    return [...older.filter((row) => endpoints.has(row.endpointId)), ...fresh];
  }

  #reset(): LiveEvent {
    return { id: String(this.#deps.now()), event: 'reset', data: {} };
  }
}

/** A notice doesn't name the endpoint: whoever watches one may be meant. */
function mayWatchRun({ scope }: Subscription, notice: RunNotice): boolean {
  if (scope.runId !== null) return scope.runId === notice.id;
  return scope.workflowId === null || scope.workflowId === notice.workflowId;
}

function watchesRun({ scope, endpoints }: Subscription, row: LiveRunRow): boolean {
  if (scope.workspaceId !== row.workspaceId) return false;
  if (scope.runId !== null) return scope.runId === row.id;
  if (scope.workflowId !== null) return scope.workflowId === row.workflowId;
  return endpoints.has(row.endpointId);
}
