import { Worker } from 'node:worker_threads';
import { type Problem, problem } from '#lib/core/errors.ts';
import type { Json } from '#lib/core/json.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { Reply, Request } from './protocol.ts';

export type ThreadOptions = {
  /** Absolute path of `worker.ts`. */
  file: string;
  heapMb: number;
  idleMs: number;
};

/** Loading modules counts to this, never to the deadline of the work. */
const startWithinMs = 20_000;

type Running = {
  request: Request;
  finish: (result: Result<Json>) => void;
  timer: NodeJS.Timeout;
};

/** One worker thread, started when there is work, ended when there was none for a while. */
export class EvalThread {
  readonly #options: ThreadOptions;
  #worker: Worker | undefined;
  #running: Running | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(options: ThreadOptions) {
    this.#options = options;
  }

  get busy(): boolean {
    return this.#running !== undefined;
  }

  get started(): boolean {
    return this.#worker !== undefined;
  }

  /** One at a time. Always settles: past its deadline the thread is killed. */
  run(request: Request): Promise<Result<Json>> {
    clearTimeout(this.#idle);
    return new Promise((resolve) => {
      this.#running = { request, finish: resolve, timer: this.#killAfter(startWithinMs) };
      try {
        const worker = this.#ensure();
        worker.ref();
        worker.postMessage(request);
      } catch (cause) {
        // What structured cloning refuses: data nested beyond the stack.
        const reason = cause instanceof Error ? cause.message : String(cause);
        this.#finish(err(problem('invalid_value', `The data can't be handed over: ${reason}.`)));
      }
    });
  }

  async stop(): Promise<void> {
    clearTimeout(this.#idle);
    this.#finish(err(problem('overloaded', 'Hookline is stopping. Try again in a moment.')));
    await this.#drop()?.terminate();
  }

  #ensure(): Worker {
    if (this.#worker) return this.#worker;
    const { file, heapMb } = this.#options;
    const worker = new Worker(file, {
      // Nothing of ours is its business: no variables, no flags, no standard streams.
      env: {},
      execArgv: [],
      argv: [],
      stdin: false,
      stdout: true,
      stderr: true,
      resourceLimits: {
        maxOldGenerationSizeMb: heapMb,
        maxYoungGenerationSizeMb: 16,
        stackSizeMb: 4,
      },
    });
    worker.on('message', (reply: Reply) => this.#heard(worker, reply));
    worker.on('error', (cause: Error & { code?: string }) => this.#died(worker, causeOf(cause)));
    worker.on('exit', () => this.#died(worker, tooMuch('This ended its worker.')));
    this.#worker = worker;
    return worker;
  }

  #heard(worker: Worker, reply: Reply): void {
    if (worker !== this.#worker || !this.#running) return;
    if (reply.kind === 'started') {
      clearTimeout(this.#running.timer);
      this.#running.timer = this.#killAfter(this.#running.request.deadlineMs);
    } else {
      worker.unref();
      this.#rest();
      this.#finish(reply.kind === 'done' ? ok(JSON.parse(reply.json) as Json) : err(reply.problem));
    }
  }

  #died(worker: Worker, cause: Problem): void {
    if (worker !== this.#worker) return;
    this.#worker = undefined;
    this.#finish(err(cause));
  }

  #killAfter(ms: number): NodeJS.Timeout {
    return setTimeout(() => {
      void this.#drop()?.terminate();
      this.#finish(err(tooMuch(`This took longer than ${ms} ms and was stopped.`)));
    }, ms);
  }

  #drop(): Worker | undefined {
    const worker = this.#worker;
    this.#worker = undefined;
    return worker;
  }

  #finish(result: Result<Json>): void {
    const running = this.#running;
    this.#running = undefined;
    clearTimeout(running?.timer);
    running?.finish(result);
  }

  #rest(): void {
    this.#idle = setTimeout(() => void this.#drop()?.terminate(), this.#options.idleMs);
    this.#idle.unref();
  }
}

function tooMuch(detail: string): Problem {
  return problem('invalid_value', `${detail} Make the expression or the data smaller.`);
}

function causeOf(cause: { code?: string; message: string }): Problem {
  return cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? tooMuch('This needed more memory than there is for it.')
    : problem('internal', `The worker failed: ${cause.message}`);
}
