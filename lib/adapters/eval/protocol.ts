import type { Problem } from '#lib/core/errors.ts';
import type { Json } from '#lib/core/json.ts';

export type Language = 'jsonata' | 'jsonpath' | 'xpath' | 'regex';

/** One piece of work for a worker. `schema` is JSON text: it is also the key of the compile cache. */
export type Task =
  | { kind: 'evaluate'; language: Language; expression: string; data: Json }
  | { kind: 'check_schema'; schema: string }
  | { kind: 'validate'; schema: string; value: Json };

export type Request = { task: Task; deadlineMs: number; maxResultChars: number };

/** First `started` (whatever the work needs is loaded, the clock runs), then one of the others. */
export type Reply =
  | { kind: 'started' }
  /** JSON text: its length is what is capped. */
  | { kind: 'done'; json: string }
  | { kind: 'failed'; problem: Problem };
