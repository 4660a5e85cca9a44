import type { LiveRunRow, LiveScope } from '#lib/adapters/db/live-store.ts';
import type { RequestRow } from '#lib/adapters/db/request-store.ts';
import type { Log } from '#lib/log.ts';
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
    requests(ids: string[]): Promise<RequestRow[]>;
    runs(ids: string[]): Promise<LiveRunRow[]>;
    requestsSince(scope: LiveScope, since: Date, limit: number): Promise<RequestRow[]>;
    runsSince(scope: LiveScope, since: Date, limit: number): Promise<LiveRunRow[]>;
    ownsWorkflow(workspaceId: string, workflowId: string): Promise<boolean>;
  };
  /** How rows are shown: the summaries of the API. */
  present: { request(row: RequestRow): unknown; run(row: LiveRunRow): unknown };
  log: Log;
  now(): number;
};

const maxPerOwner = 10;
/** A stream that missed more starts afresh. */
const maxBehind = 1000;
const rereadMs = 10_000;
/** Notices gather so long before their rows are read in one go. */
const gatherMs = 100;
/** Beyond, in one gathering, watchers are told to start afresh: reading it all would help nobody. */
const maxGathered = 2000;

type Subscription = {
  owner: string;
  scope: LiveScope;
  endpoints: Set<string>;
  sink: LiveSink;
  /** Of one run: whether its workflow is the workspace's. Asked at its first sign of life. */
  ownsRun?: Promise<boolean>;
};
type StepNotice = Extract<Notice, { kind: 'step' }>;
type RunNotice = Extract<Notice, { kind: 'run' }>;

/**
 * Turns notices (ids only) into events for those who watch. Rows are read only for watched topics,
 * many at a time, by id.
 */
export class LiveHub {
  readonly #deps: LiveHubDeps;
  readonly #subscriptions = new Set<Subscription>();
  #requests = new Set<string>();
  #runs = new Map<string, RunNotice>();
  #timer: NodeJS.Timeout | undefined;
  #lostAt: number | undefined;
  #stopped = false;
  #ends: (() => void)[] = [];

  constructor(deps: LiveHubDeps) {
    this.#deps = deps;
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
    clearTimeout(this.#timer);
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
    const subscription = { owner, scope, sink, endpoints: new Set(scope.endpointIds) };
    this.#subscriptions.add(subscription);
    // After it was added: what happens meanwhile comes twice rather than never.
    if (since !== null) this.#catchUp(subscription, since - rereadMs);
    return () => this.#subscriptions.delete(subscription);
  }

  #notice(notice: Notice): void {
    if (this.#subscriptions.size === 0) return;
    if (notice.kind === 'step') this.#step(notice);
    else if (notice.kind === 'request') {
      if (this.#some(({ endpoints }) => endpoints.has(notice.endpointId))) {
        this.#gather(() => this.#requests.add(notice.id));
      }
    } else if (notice.kind === 'run') {
      const watched = ({ scope }: Subscription) =>
        scope.runId === notice.id ||
        scope.workflowId === notice.workflowId ||
        (scope.runId === null && scope.workflowId === null);
      if (this.#some(watched)) this.#gather(() => this.#runs.set(notice.id, notice));
    }
  }

  #some(test: (subscription: Subscription) => boolean): boolean {
    for (const subscription of this.#subscriptions) if (test(subscription)) return true;
    return false;
  }

  #step({ kind: _, ...data }: StepNotice): void {
    this.#sendUnread({ id: this.#eventId(), event: 'step', data }, data);
  }

  /** What a notice itself says, of a run that may have no row yet. */
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

  #gather(add: () => void): void {
    add();
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#tell().catch((cause: Error) =>
        this.#deps.log.warn('live.read_failed', { message: cause.message }),
      );
    }, gatherMs);
  }

  async #tell(): Promise<void> {
    const requests = [...this.#requests];
    const runs = [...this.#runs.values()];
    this.#requests = new Set();
    this.#runs = new Map();
    if (requests.length + runs.length > maxGathered) {
      this.#send(this.#reset(), () => true);
      return;
    }
    // An event's id is from before its row was read: a change after that is read again on a resume.
    const id = this.#eventId();
    if (requests.length > 0) {
      for (const row of await this.#deps.store.requests(requests)) this.#sendRequest(id, row);
    }
    if (runs.length > 0) await this.#tellRuns(id, runs);
  }

  async #tellRuns(id: string, notices: RunNotice[]): Promise<void> {
    const rows = await this.#deps.store.runs(notices.map((notice) => notice.id));
    const found = new Set(rows.map((row) => row.id));
    for (const row of rows) this.#sendRun(id, row);
    for (const { kind: _, ...notice } of notices) {
      // A short run's row is written when it ends: until then this is all there is to say.
      if (found.has(notice.id)) continue;
      const data = { ...notice, status: 'running' };
      const { workflowId } = notice;
      this.#sendUnread({ id, event: 'run', data }, { runId: notice.id, workflowId });
    }
  }

  #sendRequest(id: string, row: RequestRow): void {
    this.#send({ id, event: 'request', data: this.#deps.present.request(row) }, ({ endpoints }) =>
      endpoints.has(row.endpointId),
    );
  }

  #sendRun(id: string, row: LiveRunRow): void {
    this.#send({ id, event: 'run', data: this.#deps.present.run(row) }, (subscription) =>
      watchesRun(subscription, row),
    );
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
    const { scope } = subscription;
    const { store, present } = this.#deps;
    const id = this.#eventId();
    const runs = await store.runsSince(scope, since, maxBehind);
    const requests = await this.#requestsSince(subscription, since, runs);
    const events: LiveEvent[] =
      requests.length + runs.length > maxBehind
        ? [this.#reset()]
        : [
            ...requests.map((row) => ({
              id,
              event: 'request' as const,
              data: present.request(row),
            })),
            ...runs.map((row) => ({ id, event: 'run' as const, data: present.run(row) })),
          ];
    for (const event of events) this.#sendTo(subscription, event);
  }

  /** Those received since then, and older ones whose runs have ended since: their outcome moved. */
  async #requestsSince(
    { scope, endpoints }: Subscription,
    since: Date,
    runs: LiveRunRow[],
  ): Promise<RequestRow[]> {
    const { store } = this.#deps;
    const fresh = await store.requestsSince(scope, since, maxBehind);
    if (endpoints.size === 0 || fresh.length > maxBehind) return fresh;
    const known = new Set(fresh.map((row) => row.id));
    const moved = new Set(runs.map((run) => run.requestId).filter((id) => !known.has(id)));
    const older = moved.size > 0 ? await store.requests([...moved]) : [];
    return [...older.filter((row) => endpoints.has(row.endpointId)), ...fresh];
  }

  #reset(): LiveEvent {
    return { id: this.#eventId(), event: 'reset', data: {} };
  }

  #eventId(): string {
    return String(this.#deps.now());
  }
}

function watchesRun({ scope, endpoints }: Subscription, row: LiveRunRow): boolean {
  if (scope.workspaceId !== row.workspaceId) return false;
  if (scope.runId !== null) return scope.runId === row.id;
  if (scope.workflowId !== null) return scope.workflowId === row.workflowId;
  return endpoints.has(row.endpointId);
}
