import type { LoadedRequest } from '#lib/core/request/scope.ts';
import {
  buryRequest,
  buryRuns,
  type DispatchDeps,
  dispatchRequest,
  takeUpRun,
} from './dispatch-request.ts';
import type { WorkSource } from './engine/work-source.ts';

export type WorkItem = { kind: 'request' | 'run'; ref: string };

export type WorkDeps = DispatchDeps & {
  source: WorkSource;
  log: { error(event: string, fields: Record<string, unknown>): void };
};

type Task = { item: WorkItem; run(): Promise<boolean> };

/** Items taken beyond those that run: the next ones are read while these are under way. */
const readAhead = 64;

/** Runs what a job holds. Items stand alone: one that breaks comes again, the others are done. */
export class WorkItems {
  readonly #deps: WorkDeps;
  readonly #most: number;
  #inHand = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(deps: WorkDeps, atOnce: number) {
    this.#deps = deps;
    this.#most = atOnce + readAhead;
  }

  /** Items taken that have not ended. */
  get inHand(): number {
    return this.#inHand;
  }

  /** How many more items may be taken. */
  get capacity(): number {
    return this.#most - this.#inHand;
  }

  /** What comes first starts first. `retry`: those that have to come again. */
  async work(items: readonly WorkItem[], again: boolean): Promise<{ retry: WorkItem[] }> {
    this.#inHand += items.length;
    let left = items.length;
    try {
      const tasks = await this.#inTurn(this.#load(items, again));
      left -= tasks.length;
      this.#inHand -= left;
      left = 0;
      const results = await Promise.all(tasks.map((task) => this.#one(task)));
      return { retry: results.flatMap((item) => item ?? []) };
    } finally {
      this.#inHand -= left;
    }
  }

  async bury(items: readonly WorkItem[]): Promise<void> {
    const { source, settler } = this.#deps;
    const requestIds = refs(items, 'request');
    const requests = await source.requests(requestIds);
    const triggers = await source.triggersOfRequests(requestIds);
    for (const request of requests) {
      const own = triggers.filter(({ endpoint }) => endpoint.id === request.endpointId);
      await buryRequest(this.#deps, request, own);
    }
    const runs = await source.runs(refs(items, 'run'));
    await buryRuns(
      this.#deps,
      runs.map(({ run }) => run),
    );
    for (const { run } of runs) await settler.settle(run.requestId);
  }

  async #one(task: Task): Promise<WorkItem | undefined> {
    try {
      return (await task.run()) ? undefined : task.item;
    } catch (cause) {
      const { message, stack } = cause as Error;
      this.#deps.log.error('work.item_failed', { ...task.item, message, stack });
      return task.item;
    } finally {
      this.#inHand -= 1;
    }
  }

  /** Several jobs are read at once; their items start in the order in which the jobs came. */
  async #inTurn<T>(loading: Promise<T>): Promise<T> {
    const turn = Promise.all([this.#turn, loading]);
    this.#turn = turn.catch(() => undefined);
    const [, loaded] = await turn;
    return loaded;
  }

  /** Whatever is gone meanwhile, with its day or its workspace, has no task. */
  async #load(items: readonly WorkItem[], again: boolean): Promise<Task[]> {
    const [requests, runs] = await Promise.all([
      this.#requestTasks(refs(items, 'request'), again),
      this.#runTasks(refs(items, 'run')),
    ]);
    const tasks = new Map([...requests, ...runs].map((task) => [nameOf(task.item), task]));
    return items.flatMap((item) => tasks.get(nameOf(item)) ?? []);
  }

  async #requestTasks(ids: readonly string[], again: boolean): Promise<Task[]> {
    if (ids.length === 0) return [];
    const { source } = this.#deps;
    const [requests, triggers] = await Promise.all([
      source.requests(ids),
      source.triggersOfRequests(ids),
    ]);
    return requests.map((request) => {
      const own = triggers.filter(({ endpoint }) => endpoint.id === request.endpointId);
      return {
        item: { kind: 'request', ref: request.id },
        run: () => dispatchRequest(this.#deps, request, { triggers: own, again }),
      };
    });
  }

  async #runTasks(ids: readonly string[]): Promise<Task[]> {
    if (ids.length === 0) return [];
    const { source } = this.#deps;
    const runs = await source.runs(ids);
    const requests = new Map<string, LoadedRequest>();
    for (const request of await source.requests(runs.map(({ run }) => run.requestId))) {
      requests.set(request.id, request);
    }
    return runs.flatMap((loaded) => {
      const request = requests.get(loaded.run.requestId);
      if (!request) return [];
      const item: WorkItem = { kind: 'run', ref: loaded.run.id };
      return [{ item, run: () => takeUpRun(this.#deps, request, loaded) }];
    });
  }
}

const nameOf = ({ kind, ref }: WorkItem) => `${kind} ${ref}`;

function refs(items: readonly WorkItem[], kind: WorkItem['kind']): string[] {
  return items.filter((item) => item.kind === kind).map(({ ref }) => ref);
}
