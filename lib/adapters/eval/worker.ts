import { parentPort } from 'node:worker_threads';
import { problem } from '#lib/core/errors.ts';
import type { Json } from '#lib/core/json.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { Reply, Request, Task } from './protocol.ts';
import type { SchemaValidator } from './schema-validator.ts';

/**
 * The thread that does what may never end. It does one task at a time and knows no deadline of its
 * own: whoever started it kills it.
 */
const port = parentPort;
let validator: SchemaValidator | undefined;

type Work = () => Result<unknown> | Promise<Result<unknown>>;

/** Loads only what this task needs, before the clock starts. */
async function prepare(task: Task, deadlineMs: number): Promise<Work> {
  if (task.kind !== 'evaluate') {
    const { SchemaValidator } = await import('./schema-validator.ts');
    validator ??= new SchemaValidator();
    const using = validator;
    return task.kind === 'validate'
      ? () => using.validate(task.schema, task.value)
      : () => using.check(task.schema);
  }
  const { language, expression, data } = task;
  if (language === 'jsonata') {
    const { evaluateJsonata } = await import('#lib/core/expression/jsonata.ts');
    return () => evaluateJsonata(expression, data, deadlineMs);
  }
  if (language === 'jsonpath') {
    const { evaluateJsonPath } = await import('#lib/core/expression/jsonpath.ts');
    return () => evaluateJsonPath(expression, data);
  }
  if (language === 'xpath') {
    const { evaluateXPath } = await import('#lib/core/expression/xpath.ts');
    return () => evaluateXPath(expression, data);
  }
  const { compileRegex } = await import('#lib/core/expression/regex.ts');
  return () => findFirst(compileRegex(expression), data);
}

type Compiled = ReturnType<typeof import('#lib/core/expression/regex.ts').compileRegex>;

function findFirst(compiled: Compiled, data: Json): Result<unknown> {
  if (!compiled.ok) return compiled;
  if (typeof data !== 'string') return err(problem('invalid_value', 'Give the data as text.'));
  return ok(compiled.value.find(data));
}

async function answer({ task, deadlineMs, maxResultChars }: Request): Promise<Reply> {
  const work = await prepare(task, deadlineMs);
  port?.postMessage({ kind: 'started' } satisfies Reply);
  const result = await work();
  if (!result.ok) return { kind: 'failed', problem: result.error };
  const json = JSON.stringify(result.value ?? null);
  if (json.length <= maxResultChars) return { kind: 'done', json };
  const detail = `The result is longer than ${maxResultChars} characters. Ask for less.`;
  return { kind: 'failed', problem: problem('invalid_value', detail) };
}

port?.on('message', (request: Request) => {
  answer(request).then(
    (reply) => port.postMessage(reply),
    (cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const failed = problem('invalid_value', `This could not be worked out: ${reason}.`);
      port.postMessage({ kind: 'failed', problem: failed } satisfies Reply);
    },
  );
});
