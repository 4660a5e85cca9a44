import path from 'node:path';
import { problem } from '#lib/core/errors.ts';
import type { Json } from '#lib/core/json.ts';
import { deeperThan } from '#lib/core/json-depth.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { EvalThread } from './eval-thread.ts';
import type { Language, Task } from './protocol.ts';
import type { SchemaVerdict } from './schema-validator.ts';

export type EvaluatorOptions = {
  /**
   * The project's root folder, absolute. The worker's source is run from there by Node itself: a
   * bundler that saw the path would try to bundle it.
   */
  root: string;
  /** Threads at most; each starts when there is work for it. */
  threads?: number;
  /** For one piece of work, without waiting and loading. */
  deadlineMs?: number;
  /** A thread without work for so long is ended, and its memory with it. */
  idleMs?: number;
  /** Of one thread. */
  heapMb?: number;
  /** Characters of a result as JSON. */
  maxResultChars?: number;
  /** Pieces of work that may wait; more are refused as `overloaded`. */
  maxWaiting?: number;
};

const defaults = {
  threads: 2,
  deadlineMs: 1000,
  idleMs: 30_000,
  heapMb: 192,
  maxResultChars: 4_000_000,
  maxWaiting: 200,
};
const maxDepth = 500;

type Waiting = { task: Task; resolve: (result: Result<Json>) => void };

/**
 * Runs what may never end (users' expressions and JSON Schemas) in worker threads with a deadline,
 * a memory limit and a cap on results, so that the event loop keeps answering.
 */
export class Evaluator {
  readonly #options: Required<EvaluatorOptions>;
  readonly #threads: EvalThread[];
  readonly #waiting: Waiting[] = [];
  readonly #schemaTexts = new WeakMap<object, string>();
  #stopped = false;

  constructor(options: EvaluatorOptions) {
    this.#options = { ...defaults, ...options };
    const { root, threads, heapMb, idleMs } = this.#options;
    const file = path.join(root, 'lib', 'adapters', 'eval', 'worker.ts');
    this.#threads = Array.from({ length: threads }, () => new EvalThread({ file, heapMb, idleMs }));
  }

  /**
   * JSONPath gives a list of `{path, value}`; a regex its first match `{match, index, groups, named}`
   * or null. Fails with `invalid_expression`, `invalid_value` (data, deadline, memory) or `overloaded`.
   */
  evaluate(input: { language: Language; expression: string; data: Json }): Promise<Result<Json>> {
    return this.#submit({ kind: 'evaluate', ...input }, input.data);
  }

  /** Fails only where no verdict was reached: `schema_mismatch` for too long or too big. */
  async validateSchema(schema: Json, value: Json): Promise<Result<SchemaVerdict>> {
    const text = this.#schemaText(schema);
    const result = await this.#submit({ kind: 'validate', schema: text, value }, value);
    if (result.ok) return ok(result.value as SchemaVerdict);
    if (result.error.code !== 'invalid_value') return result;
    return err(problem('schema_mismatch', `The body was not checked. ${result.error.detail}`));
  }

  /** Ask when a schema is saved. Fails with `invalid_value` and what is wrong with it. */
  async checkSchema(schema: Json): Promise<Result<null>> {
    if (deeperThan(schema, maxDepth)) {
      return err(problem('invalid_value', 'This JSON Schema is nested too deep.'));
    }
    const result = await this.#submit(
      { kind: 'check_schema', schema: JSON.stringify(schema) },
      null,
    );
    return result.ok ? ok(null) : result;
  }

  get threadsAlive(): number {
    return this.#threads.filter((thread) => thread.started).length;
  }

  /** Ends the threads; work under way and waiting fails as `overloaded`. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { resolve } of this.#waiting.splice(0)) resolve(stopping());
    await Promise.all(this.#threads.map((thread) => thread.stop()));
  }

  /** One endpoint's schema comes as the same object each time: its text is made once. */
  #schemaText(schema: Json): string {
    if (typeof schema !== 'object' || schema === null) return JSON.stringify(schema);
    let text = this.#schemaTexts.get(schema);
    if (text === undefined) {
      text = JSON.stringify(schema);
      this.#schemaTexts.set(schema, text);
    }
    return text;
  }

  #submit(task: Task, data: Json): Promise<Result<Json>> {
    if (this.#stopped) return Promise.resolve(stopping());
    if (deeperThan(data, maxDepth)) {
      return Promise.resolve(err(problem('invalid_value', 'The data is nested too deep.')));
    }
    if (this.#waiting.length >= this.#options.maxWaiting) {
      const detail = 'Too many expressions wait to be worked out. Try again in a moment.';
      return Promise.resolve(err(problem('overloaded', detail)));
    }
    return new Promise((resolve) => {
      this.#waiting.push({ task, resolve });
      this.#next();
    });
  }

  #next(): void {
    const free = this.#threads.filter((thread) => !thread.busy);
    const thread = free.find((one) => one.started) ?? free[0];
    const work = thread ? this.#waiting.shift() : undefined;
    if (!thread || !work) return;
    const { deadlineMs, maxResultChars } = this.#options;
    void thread.run({ task: work.task, deadlineMs, maxResultChars }).then((result) => {
      work.resolve(result);
      this.#next();
    });
  }
}

function stopping(): Result<never> {
  return err(problem('overloaded', 'Hookline is stopping. Try again in a moment.'));
}
