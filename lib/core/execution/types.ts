import type { ConditionEvaluator } from '#lib/core/expression/condition.ts';
import type { TemplateCache } from '#lib/core/expression/template.ts';
import type { Json, JsonObject } from '#lib/core/json.ts';

/** What the trigger that fired puts under the template roots `body`, `headers`, `query`, … */
export type TriggerScope = {
  body: Json;
  /** Lower-case names; repeats joined by `, `. */
  headers: Record<string, string>;
  /** First value of each. */
  query: Record<string, string>;
  queryAll: Record<string, string[]>;
  /** What follows the token, with its leading slash, or ''. */
  path: string;
  method: string;
  request: {
    id: string;
    receivedAt: string;
    ip: string;
    contentType: string | null;
    event: { type: string | null; id: string | null };
    replayOf: string | null;
  };
  endpoint: { id: string; name: string; metadata: JsonObject };
};

/** All template roots of a run. `steps` grows as steps finish. */
export type Scope = TriggerScope & {
  steps: Record<string, { output: Json }>;
  run: { id: string; rerun: number };
  workflow: { id: string; name: string; version: number };
  vars: JsonObject;
};

export type StepError = {
  code: string;
  message: string;
  /** True only for failures that can pass: timeouts, 408/425/429/5xx. */
  retryable: boolean;
  /** What the other side asked for (`Retry-After`), in milliseconds. */
  retryAfterMs?: number;
};

export type Answer = { status: number; headers: Record<string, string>; body: string };

/**
 * What one attempt at a node came to. `input` is the settings as resolved for this attempt: what a
 * person needs to see when they ask "what did it send?". Secrets never stand in it.
 */
export type NodeOutcome =
  | { kind: 'done'; port: string; output: Json; input: Json; warnings: string[] }
  /** Failed for this attempt; after the last one the run goes on by the `error` port if it is wired, else fails. */
  | { kind: 'failed'; error: StepError; output: Json; input: Json; warnings: string[] }
  /** Nothing more to do until then; the step ends through `port`. */
  | { kind: 'wait'; until: number; port: string; output: Json; input: Json; warnings: string[] }
  /** Answer the sender who still waits at the door, then go on through `port`. */
  | { kind: 'respond'; answer: Answer; port: string; output: Json; input: Json; warnings: string[] }
  /** End the whole run here. */
  | { kind: 'stop'; as: 'succeeded' | 'failed'; message: string; input: Json; warnings: string[] };

/** A call made for a node, already guarded against private networks, redirects and size. */
export type OutboundRequest = {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: Uint8Array | string | null;
  timeoutMs: number;
  maxResponseBytes: number;
  /** Times a redirect is followed (each is checked again); at most 5. */
  maxRedirects: number;
  /** Lower-case names of headers that hold credentials: a redirect to another origin drops them. */
  credentialHeaders: readonly string[];
  signal: AbortSignal;
};
export type OutboundResponse = {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
  /** True where the body was longer than `maxResponseBytes`; `body` then holds its head. */
  truncated: boolean;
  url: string;
  ms: number;
};
/** Fails with a StepError: `egress_blocked`, `timeout`, `connection_failed`, `invalid_url`, … */
export type SendRequest = (
  request: OutboundRequest,
) => Promise<{ ok: true; value: OutboundResponse } | { ok: false; error: StepError }>;

/** A stored connection, decrypted, only for the step that uses it. */
export type ConnectionSecret =
  | { type: 'bearer'; token: string }
  | { type: 'basic'; username: string; password: string }
  | { type: 'header'; name: string; value: string }
  | { type: 'query'; name: string; value: string };

/** What a node is handed at run time. Everything it can touch is here. */
export type NodeContext = {
  scope: Scope;
  /** Parsed templates and compiled conditions, kept by whoever runs the nodes: one of each per process. */
  templates: TemplateCache;
  conditions: ConditionEvaluator;
  /** Unix milliseconds. */
  now: number;
  /** `run:node:item`, the same on every attempt: sent as the idempotency key of outbound calls. */
  effectKey: string;
  attempt: number;
  /** How many hops of Hookline this request already went through; sent on as `hookline-hop`. */
  hop: number;
  /** Aborted on cancel and on shutdown. */
  signal: AbortSignal;
  send: SendRequest;
  /** Undefined where the connection is gone or belongs to another workspace. */
  connection: (id: string) => Promise<ConnectionSecret | undefined>;
};

/** The behaviour of a node type. Never throws for what a user can cause. */
export type NodeRun<S> = (settings: S, context: NodeContext) => NodeOutcome | Promise<NodeOutcome>;
