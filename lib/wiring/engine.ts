import { randomInt } from 'node:crypto';
import { HoldStore } from '#lib/adapters/db/hold-store.ts';
import type { Pool } from '#lib/adapters/db/pool.ts';
import { RequestSettler } from '#lib/adapters/db/request-settler.ts';
import { ResumeScan } from '#lib/adapters/db/resume-scan.ts';
import { RunSource } from '#lib/adapters/db/run-source.ts';
import { RunWriter } from '#lib/adapters/db/run-writer.ts';
import type { Notifications } from '#lib/adapters/live/notifications.ts';
import { RunNotices } from '#lib/adapters/live/run-notices.ts';
import { JobQueue } from '#lib/adapters/queue/boss.ts';
import { OutboxRelay } from '#lib/adapters/queue/relay.ts';
import { WorkerLoop } from '#lib/adapters/queue/worker-loop.ts';
import type { Answer, ConnectionSecret, NodeRun, SendRequest } from '#lib/core/execution/types.ts';
import { ConditionEvaluator } from '#lib/core/expression/condition.ts';
import { TemplateCache } from '#lib/core/expression/template.ts';
import type { NodeDefinitions } from '#lib/core/graph/node-type.ts';
import type { Log } from '#lib/log.ts';
import { ActiveRuns } from '#lib/usecases/engine/active-runs.ts';
import { PlanCache } from '#lib/usecases/engine/plan-cache.ts';
import { RunGate } from '#lib/usecases/engine/run-gate.ts';
import type { RunJob } from '#lib/usecases/engine/run-state.ts';
import { type ExecutorDeps, executeRun, type RunEnd } from '#lib/usecases/execute-run.ts';
import { WorkItems } from '#lib/usecases/work-items.ts';

export type EngineOptions = {
  pool: Pool;
  notifications: Notifications;
  log: Log;
  /** This process's shard of the counters. */
  shard?: number;
  definitions: NodeDefinitions;
  runtimes: Readonly<Record<string, NodeRun<never>>>;
  send: SendRequest;
  connection(workspaceId: string, id: string): Promise<ConnectionSecret | undefined>;
  /** Senders who wait at this process's door. */
  answers: {
    deliver(requestId: string, answer: Answer): boolean;
    release(requestId: string): void;
  };
  limits?: { total: number; perWorkflow: number };
  /** No other process works on this database: what the last one left is taken up at once. */
  alone?: boolean;
};

const sweepMs = 500;
/** A run that takes longer than this is written down before it ends. */
const shownAfterMs = 1_000;
const drainMs = 20_000;
const busyItems = 32;
/** A run that was held in the very moment its workflow was resumed is found by this look. */
const releaseMs = 5_000;

/** Relay, worker and executor of one process, with what they share. */
export class Engine {
  readonly source: RunSource;
  readonly writer: RunWriter;
  readonly settler: RequestSettler;
  readonly plans: PlanCache;
  readonly active = new ActiveRuns();
  readonly work: WorkItems;
  readonly #options: EngineOptions;
  readonly #queue: JobQueue;
  readonly #relay: OutboxRelay;
  readonly #worker: WorkerLoop;
  readonly #scan: ResumeScan;
  readonly #gate: RunGate;
  readonly #executor: ExecutorDeps;
  readonly #holds: HoldStore;
  readonly #ends: (() => void)[] = [];

  constructor(options: EngineOptions) {
    const { pool, log, notifications } = options;
    const { total = 64, perWorkflow = 32 } = options.limits ?? {};
    const shard = options.shard ?? randomInt(2 ** 31 - 1);
    this.#options = options;
    this.source = new RunSource(pool);
    this.writer = new RunWriter({ pool, shard, log });
    this.settler = new RequestSettler(pool, shard);
    this.#holds = new HoldStore(pool, this.settler);
    this.plans = new PlanCache((ref) => this.source.graph(ref), options.definitions);
    this.#gate = new RunGate({ total, perKey: perWorkflow });
    this.#executor = this.#executorDeps();
    this.work = this.#workItems(total);
    this.#queue = new JobQueue(pool, log);
    this.#worker = new WorkerLoop({
      queue: this.#queue,
      log,
      capacity: () => this.work.capacity,
      work: (items, again) => this.work.work(items, again),
      bury: (items) => this.work.bury(items),
    });
    this.#gate.onRoom = () => this.#worker.room();
    this.#relay = new OutboxRelay({
      pool,
      queue: this.#queue,
      log,
      isBusy: () => this.work.inHand > busyItems,
      moved: (queues) => this.#worker.nudge(queues),
    });
    this.#scan = new ResumeScan({ db: pool, log, moved: () => this.nudge() });
    this.#ends.push(
      notifications.subscribe((notice) => {
        if (notice.kind === 'outbox') this.nudge();
        if (notice.kind === 'cancel') this.active.cancel(notice.runId);
      }),
    );
  }

  async start(): Promise<void> {
    await this.#queue.start();
    if (this.#options.alone) await this.#queue.takeBackAll();
    const sweep = setInterval(() => this.#sweep(), sweepMs);
    this.#ends.push(() => clearInterval(sweep));
    const free = setInterval(() => void this.#releaseHeld(), releaseMs);
    this.#ends.push(() => clearInterval(free));
    this.#worker.start();
    this.#relay.start();
    this.#scan.start();
  }

  /** Running steps get 20 s; what they leave is taken up by whoever comes next. */
  async stop(): Promise<void> {
    await this.#scan.stop();
    await this.#relay.stop();
    const deadline = setTimeout(() => this.active.stopAll(), drainMs);
    await this.#worker.stop();
    clearTimeout(deadline);
    for (const end of this.#ends) end();
    await this.writer.drained();
    await this.#queue.stop();
  }

  /** The outbox has rows: call it after a commit that wrote some. */
  nudge(): void {
    this.#relay.nudge();
  }

  /** Runs one run now, within the limits of this process. */
  execute(job: RunJob): Promise<RunEnd> {
    return this.#gate.run(job.run.workflowId, () => executeRun(this.#executor, job));
  }

  #executorDeps(): ExecutorDeps {
    const { runtimes, send, connection, answers, log, notifications } = this.#options;
    return {
      runtimes,
      send,
      connection,
      log,
      active: this.active,
      templates: new TemplateCache(),
      conditions: new ConditionEvaluator(),
      commit: (commit) => this.writer.commit(commit),
      deliver: (requestId, answer) => answers.deliver(requestId, answer),
      live: new RunNotices(notifications),
      now: Date.now,
      random: Math.random,
    };
  }

  #workItems(total: number): WorkItems {
    const { answers, log, notifications } = this.#options;
    return new WorkItems(
      {
        plans: this.plans,
        source: this.source,
        settler: this.settler,
        log,
        now: Date.now,
        commitTogether: (commits) => this.writer.commitTogether(commits),
        execute: (job) => this.execute(job),
        release: (requestId, awaited) => {
          answers.release(requestId);
          if (awaited) notifications.publish({ kind: 'answer', requestId });
        },
      },
      total,
    );
  }

  async #releaseHeld(): Promise<void> {
    try {
      if ((await this.#holds.release()) > 0) this.nudge();
      await this.#holds.discard();
    } catch (cause) {
      this.#options.log.warn('engine.release_failed', { message: (cause as Error).message });
    }
  }

  #sweep(): void {
    for (const run of this.active.takeUnsaved(Date.now() - shownAfterMs)) {
      this.writer
        .commit({ run, steps: [], outcome: null })
        .catch((cause: Error) =>
          this.#options.log.warn('engine.sweep_failed', { message: cause.message }),
        );
    }
  }
}
