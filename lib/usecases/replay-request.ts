import { type Problem, problem } from '#lib/core/errors.ts';
import type { RunRow } from '#lib/core/execution/run.ts';
import { asksFor } from '#lib/core/graph/event-subscription.ts';
import type { Json } from '#lib/core/json.ts';
import type { HeaderList, ParseState } from '#lib/core/request/inbound-request.ts';
import { parseBody } from '#lib/core/request/parse-body.ts';
import type { LoadedRequest, StoredRequest } from '#lib/core/request/scope.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { queuedRun } from './engine/new-run.ts';
import type { PlanCache } from './engine/plan-cache.ts';
import type { ListeningTrigger } from './engine/work-source.ts';

export type MadeRequest = StoredRequest & {
  outcome: 'waiting' | 'captured' | 'filtered';
  parse: ParseState;
  edited: boolean;
};

export type ReplayDeps = {
  source: {
    requests(ids: readonly string[]): Promise<LoadedRequest[]>;
    triggersOf(endpointId: string): Promise<ListeningTrigger[]>;
  };
  plans: PlanCache;
  intake: { start(input: { request: MadeRequest; runs: readonly RunRow[] }): Promise<void> };
  identify: IdentifyEvent;
  /** Work is in the outbox. */
  nudge(): void;
  /** UUIDv7 of now. */
  newId(): string;
  now(): number;
};

/** The event as the endpoint's configuration finds it in a request. */
export type IdentifyEvent = (
  endpointId: string,
  request: { headers: HeaderList; parsed: () => Json },
) => Promise<{ type: string | null; id: string | null }>;

export type ReplayRequest = {
  workspaceId: string;
  requestId: string;
  method?: string | undefined;
  headers?: HeaderList | Record<string, string> | undefined;
  /** A text as it is, anything else as JSON. */
  body?: Json | undefined;
  workflowId?: string | undefined;
};

export type Replayed = { requestId: string; runs: Pick<RunRow, 'id' | 'workflowId' | 'status'>[] };

const noRequest = problem(
  'not_found',
  'There is no such request in this workspace, or it is past the days that are kept.',
);

/**
 * Runs a stored request again, changed or not: a new stored request, outside stats and dedupe, on the
 * versions that are live now. Rejected ones too. Fails with `not_found`, `no_live_workflow`, and with
 * `invalid_value` where only the head of the body was kept and no other body is given.
 */
export async function replayRequest(
  deps: ReplayDeps,
  input: ReplayRequest,
): Promise<Result<Replayed>> {
  const [original] = await deps.source.requests([input.requestId]);
  if (original?.workspaceId !== input.workspaceId) return err(noRequest);
  if (input.body === undefined && original.body.byteLength < original.bodySize) {
    return err(cutBody(original));
  }
  const listening = await deps.source.triggersOf(original.endpointId);
  const triggers = listening.filter(
    ({ workflowId }) => input.workflowId === undefined || workflowId === input.workflowId,
  );
  if (triggers.length === 0) return err(noLiveWorkflow(input.workflowId));
  const request = await copyOf(deps, original, input);
  const runs = await runsFor(deps, request, triggers);
  const outcome = runs.length > 0 ? 'waiting' : 'filtered';
  await deps.intake.start({ request: { ...request, outcome }, runs });
  deps.nudge();
  return ok({ requestId: request.id, runs: runs.map(shown) });
}

const shown = ({ id, workflowId, status }: RunRow) => ({ id, workflowId, status });

/** Run on what is left of it, the request would do something else than its sender wanted. */
function cutBody({ body, bodySize }: LoadedRequest): Problem {
  return problem(
    'invalid_value',
    `Of this body of ${bodySize} bytes only the first ${body.byteLength} were kept, so it can’t be replayed as it came. Edit it and give the whole body.`,
  );
}

function noLiveWorkflow(workflowId: string | undefined): Problem {
  const who =
    workflowId === undefined ? 'No live workflow listens' : 'That workflow does not listen';
  return problem(
    'no_live_workflow',
    `${who} to this endpoint: publish one that does, then replay.`,
  );
}

async function copyOf(
  deps: ReplayDeps,
  original: LoadedRequest,
  input: ReplayRequest,
): Promise<MadeRequest> {
  const { method = original.method } = input;
  const edited =
    method !== original.method || input.headers !== undefined || input.body !== undefined;
  const headers = input.headers === undefined ? original.headers : headerList(input.headers);
  const body = input.body === undefined ? original.body : bodyBytes(input.body);
  const contentType = input.headers === undefined ? original.contentType : contentTypeOf(headers);
  const parsed = parseBody(contentType, body);
  const event = await deps.identify(original.endpointId, { headers, parsed: () => parsed.value });
  return {
    ...original,
    id: deps.newId(),
    receivedAt: deps.now(),
    method,
    headers,
    body,
    contentType,
    parse: parsed.state,
    eventType: event.type,
    eventId: event.id ?? original.eventId,
    replayOf: original.id,
    outcome: 'waiting',
    edited,
  };
}

async function runsFor(
  deps: ReplayDeps,
  request: MadeRequest,
  triggers: readonly ListeningTrigger[],
): Promise<RunRow[]> {
  const runs: RunRow[] = [];
  for (const trigger of triggers) {
    const plan = await deps.plans.get(trigger);
    if (!plan || !asksFor(plan.topology.nodes.get(trigger.nodeId), request.eventType)) continue;
    const { workflowId, version, nodeId: triggerNodeId, paused: held } = trigger;
    const { workspaceId, id: requestId, endpointId } = request;
    const names = { workspaceId, workflowId, version, triggerNodeId, requestId, endpointId };
    runs.push(queuedRun({ ...names, held, counts: false }));
  }
  return runs;
}

export function headerList(headers: HeaderList | Record<string, string>): HeaderList {
  return Array.isArray(headers) ? (headers as HeaderList) : Object.entries(headers);
}

export function bodyBytes(body: Json): Uint8Array {
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

export function contentTypeOf(headers: HeaderList): string | null {
  return headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? null;
}
