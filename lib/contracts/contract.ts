import type { z } from 'zod';
import type { MemberRole } from '#lib/core/principal.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One possible answer. Without a schema it has no body, or one of `contentType`. */
export type ResponseSpec = {
  description: string;
  schema?: z.ZodType;
  /** Default: `application/json`. */
  contentType?: string;
};

/**
 * One call of the API, written once: the route is made of it, the reference and the clients read it.
 * Query and body are strict objects: an unknown key is an error that names it.
 */
export type Contract = {
  method: HttpMethod;
  /** With `{name}` for what varies: `/api/v1/workflows/{id}`. */
  path: `/api/${string}`;
  summary: string;
  tag: string;
  /** The weakest role that may call it; `public` needs nobody at all. */
  role: MemberRole | 'public';
  /** Values are texts, each at most once. */
  query?: z.ZodType;
  body?: z.ZodType;
  /** Default 1 MiB. */
  maxBodyBytes?: number;
  /** True where the body's texts are never stored as text: they may hold what PostgreSQL can't keep. */
  anyText?: boolean;
  responses: Readonly<Record<number, ResponseSpec>>;
  /** What the security log calls it. Absent: the use case writes its own line, or nothing changes. */
  audit?: {
    action: `${'workflow' | 'endpoint' | 'request' | 'run' | 'workspace'}.${string}`;
    target: string;
  };
};

/** Keeps the literal types, which the route's handler is checked against. */
export function contract<const C extends Contract>(definition: C): C {
  return definition;
}

/** The names between braces in a path. */
export type PathParams<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { [K in Name]: string } & PathParams<Rest>
  : unknown;

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
export type QueryOf<C extends Contract> = Parsed<C['query']>;
export type BodyOf<C extends Contract> = Parsed<C['body']>;

/** What a handler may answer: one of the contract's statuses with the body it says. */
export type ReplyOf<C extends Contract> = {
  [S in keyof C['responses']]: C['responses'][S] extends { schema: infer R extends z.ZodType }
    ? { status: S; body: z.output<R> }
    : C['responses'][S] extends { contentType: string }
      ?
          | { status: S; bytes: Uint8Array; headers: Record<string, string> }
          | { status: S; stream: ReadableStream; headers: Record<string, string> }
      : { status: S };
}[keyof C['responses']];
