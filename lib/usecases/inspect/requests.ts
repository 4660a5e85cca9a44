import { problem } from '#lib/core/errors.ts';
import type {
  CapturedRequest,
  HeaderList,
  Outcome,
  VerificationStatus,
} from '#lib/core/request/inbound-request.ts';
import { err, ok, type Result } from '#lib/core/result.ts';

export type RequestSummaryView = Omit<
  CapturedRequest,
  'receivedAt' | 'verification' | 'eventType' | 'eventId' | 'answerStatus' | 'answerMs'
> & {
  receivedAt: string;
  verification: {
    status: VerificationStatus;
    scheme: string;
    detail: string;
    secretId: string | null;
  };
  event: { type: string | null; id: string | null };
  answer: { status: number; ms: number };
};
export type RequestView<Status> = RequestSummaryView & {
  headers: [string, string][];
  bodyStored: number;
  runs: { id: string; workflowId: string; status: Status }[];
  replays: { id: string; receivedAt: string; outcome: Outcome; edited: boolean }[];
};

export function requestSummary(request: CapturedRequest): RequestSummaryView {
  const { receivedAt, verification, eventType, eventId, answerStatus, answerMs, ...rest } = request;
  const { status, scheme, detail, secretId = null } = verification;
  return {
    ...rest,
    receivedAt: receivedAt.toISOString(),
    verification: { status, scheme, detail, secretId },
    event: { type: eventType, id: eventId },
    answer: { status: answerStatus, ms: Math.round(answerMs * 100) / 100 },
  };
}

export type RequestReader<Status> = {
  get(workspaceId: string, id: string): Promise<CapturedRequest | undefined>;
  head(id: string): Promise<{ headers: HeaderList; bodyStored: number }>;
  runs(id: string): Promise<{ id: string; workflowId: string; status: Status }[]>;
  replays(
    id: string,
  ): Promise<{ id: string; receivedAt: Date; outcome: Outcome; edited: boolean }[]>;
};

const noRequest = problem(
  'not_found',
  'There is no such request in this workspace, or it is past the days that are kept.',
);

export async function getRequest<Status>(
  deps: { requests: RequestReader<Status> },
  input: { workspaceId: string; id: string },
): Promise<Result<RequestView<Status>>> {
  const { workspaceId, id } = input;
  const request = await deps.requests.get(workspaceId, id);
  if (!request) return err(noRequest);
  const [head, runs, replays] = await Promise.all([
    deps.requests.head(id),
    deps.requests.runs(id),
    deps.requests.replays(id),
  ]);
  return ok({
    ...requestSummary(request),
    headers: head.headers.map(([name, value]) => [name, value]),
    bodyStored: head.bodyStored,
    runs,
    replays: replays.map((replay) => ({ ...replay, receivedAt: replay.receivedAt.toISOString() })),
  });
}

export async function getRequestBody(
  deps: { requests: { body(workspaceId: string, id: string): Promise<Uint8Array | undefined> } },
  input: { workspaceId: string; id: string },
): Promise<Result<Uint8Array>> {
  const body = await deps.requests.body(input.workspaceId, input.id);
  return body ? ok(body) : err(noRequest);
}

type Topic = { endpointId?: string | undefined; workflowId?: string | undefined };
type ScopeReader = {
  endpointIds(workspaceId: string, topic: Topic): Promise<string[] | undefined>;
};
const noTopic = problem('not_found', 'There is no such endpoint or workflow in this workspace.');

export type ListRequests<Filter> = Filter & Topic & { workspaceId: string };

type FoundRequests<Row> = {
  rows: Row[];
  /** The id before which a search goes on that took too long to be ended; else null. */
  goOn: string | null;
};

/**
 * Newest first: of one endpoint, of those a workflow listens to, or of the workspace. Fails with
 * `not_found` for what isn't the workspace's: an empty list would hide a typo.
 */
export async function listRequests<Filter>(
  deps: {
    scopes: ScopeReader;
    requests: {
      list(
        filter: Filter & { workspaceId: string; endpointIds?: string[] },
      ): Promise<FoundRequests<CapturedRequest>>;
    };
  },
  input: ListRequests<Filter>,
): Promise<Result<FoundRequests<RequestSummaryView>>> {
  const { workspaceId, endpointId, workflowId } = input;
  let endpointIds: string[] | undefined;
  if (endpointId || workflowId) {
    endpointIds = await deps.scopes.endpointIds(workspaceId, { endpointId, workflowId });
    if (!endpointIds) return err(noTopic);
  }
  const found = await deps.requests.list({ ...input, ...(endpointIds && { endpointIds }) });
  return ok({ rows: found.rows.map(requestSummary), goOn: found.goOn });
}

export type StatsQuery = Topic & {
  workspaceId: string;
  since?: Date | undefined;
  until?: Date | undefined;
};

/** The sums of the same requests as `listRequests`. */
export async function getStats<Stats>(
  deps: {
    scopes: ScopeReader;
    stats(
      endpointIds: string[],
      window: { since?: Date | undefined; until?: Date | undefined },
    ): Promise<Stats>;
  },
  input: StatsQuery,
): Promise<Result<Stats>> {
  const { workspaceId, since, until, ...topic } = input;
  const endpointIds = await deps.scopes.endpointIds(workspaceId, topic);
  return endpointIds ? ok(await deps.stats(endpointIds, { since, until })) : err(noTopic);
}
