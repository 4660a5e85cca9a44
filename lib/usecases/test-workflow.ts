import { problem } from '#lib/core/errors.ts';
import type { RunRow, StepRow } from '#lib/core/execution/run.ts';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import { endpointIdsOf, webhookNodes } from '#lib/core/graph/live-trigger.ts';
import type { Json } from '#lib/core/json.ts';
import type { HeaderList } from '#lib/core/request/inbound-request.ts';
import { parseBody } from '#lib/core/request/parse-body.ts';
import type { LoadedRequest } from '#lib/core/request/scope.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { queuedRun } from './engine/new-run.ts';
import {
  bodyBytes,
  contentTypeOf,
  headerList,
  type IdentifyEvent,
  type MadeRequest,
} from './replay-request.ts';

export type TestDeps = {
  source: { requests(ids: readonly string[]): Promise<LoadedRequest[]> };
  workflows: { draft(workspaceId: string, workflowId: string): Promise<GraphDocument | undefined> };
  intake: {
    startAgain(
      of: Pick<RunRow, 'requestId' | 'workflowId' | 'triggerNodeId'>,
      build: (rerun: number) => { run: RunRow; steps: readonly StepRow[]; request?: MadeRequest },
    ): Promise<RunRow>;
  };
  /** Resolves when the run has ended or waits for long, or after `ms`. */
  settled(runId: string, ms: number): Promise<boolean>;
  identify: IdentifyEvent;
  nudge(): void;
  newId(): string;
  now(): number;
};

export type TestWorkflow = {
  workspaceId: string;
  workflowId: string;
  requestId?: string | undefined;
  request?: LiteralRequest | undefined;
  /** `stub`: calls are pretended to succeed. */
  effects?: 'real' | 'stub' | undefined;
};

export type LiteralRequest = {
  method?: string | undefined;
  path?: string | undefined;
  query?: string | Record<string, string> | undefined;
  headers?: HeaderList | Record<string, string> | undefined;
  body?: Json | undefined;
};

export type Tested = { runId: string; ended: boolean };

const longestWaitMs = 30_000;
/** A request that no endpoint received: it stands in no endpoint's list. */
const noEndpoint = '00000000-0000-0000-0000-000000000000';

/**
 * Runs the draft with a stored or a made-up request, outside stats. Waits up to 30 s for its end.
 * Fails with `not_found`, or `invalid_graph` where the draft has no trigger.
 */
export async function testWorkflow(deps: TestDeps, input: TestWorkflow): Promise<Result<Tested>> {
  const { workspaceId, workflowId } = input;
  const graph = await deps.workflows.draft(workspaceId, workflowId);
  if (!graph) return err(problem('not_found', 'There is no such workflow in this workspace.'));
  const stored = await storedRequest(deps, input);
  if (!stored.ok) return stored;
  const trigger = triggerFor(graph, stored.value?.endpointId);
  if (!trigger) {
    return err(problem('invalid_graph', 'The draft has no trigger to start at: add one first.'));
  }
  const endpointId = stored.value?.endpointId ?? endpointIdsOf(trigger)[0] ?? noEndpoint;
  const made = stored.value ? undefined : await makeRequest(deps, input, endpointId);
  const requestId = stored.value?.id ?? made?.id ?? '';
  const names = { workspaceId, workflowId, version: 0, triggerNodeId: trigger.id, requestId };
  const run = await deps.intake.startAgain(names, (rerun) => ({
    run: queuedRun(
      { ...names, endpointId, held: false, counts: false },
      { rerun, stub: input.effects === 'stub' },
    ),
    steps: [],
    ...(made && { request: made }),
  }));
  deps.nudge();
  return ok({ runId: run.id, ended: await deps.settled(run.id, longestWaitMs) });
}

async function storedRequest(
  deps: TestDeps,
  { workspaceId, requestId }: TestWorkflow,
): Promise<Result<LoadedRequest | undefined>> {
  if (requestId === undefined) return ok(undefined);
  const [request] = await deps.source.requests([requestId]);
  if (request?.workspaceId === workspaceId) return ok(request);
  return err(problem('not_found', 'There is no such request in this workspace.'));
}

/** The trigger that listens to the endpoint, else the first that is not disabled. */
function triggerFor(graph: GraphDocument, endpointId: string | undefined) {
  const triggers = webhookNodes(graph).filter((node) => node.disabled !== true);
  const listening = triggers.find((node) => endpointIdsOf(node).includes(endpointId ?? ''));
  return listening ?? triggers[0];
}

async function makeRequest(
  deps: TestDeps,
  { workspaceId, request = {} }: TestWorkflow,
  endpointId: string,
): Promise<MadeRequest> {
  const isText = request.body === undefined || typeof request.body === 'string';
  const given = headerList(request.headers ?? {});
  const typed = isText || contentTypeOf(given) !== null;
  const headers: HeaderList = typed ? given : [...given, ['content-type', 'application/json']];
  const body = request.body === undefined ? new Uint8Array() : bodyBytes(request.body);
  const parsed = parseBody(contentTypeOf(headers), body);
  const event = await deps.identify(endpointId, { headers, parsed: () => parsed.value });
  return {
    id: deps.newId(),
    endpointId: noEndpoint,
    workspaceId,
    receivedAt: deps.now(),
    method: request.method ?? 'POST',
    path: request.path ?? '',
    query: queryText(request.query),
    headers,
    contentType: contentTypeOf(headers),
    body,
    ip: '127.0.0.1',
    eventType: event.type,
    eventId: event.id,
    replayOf: null,
    hop: 0,
    outcome: 'captured',
    parse: parsed.state,
    edited: true,
  };
}

function queryText(query: LiteralRequest['query']): string {
  if (query === undefined) return '';
  if (typeof query === 'string') return query.replace(/^\?/, '');
  return new URLSearchParams(query).toString();
}
