import { problem } from '#lib/core/errors.ts';
import type { Principal } from '#lib/core/principal.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { Wiring } from '#lib/wiring.ts';
import { eventStream } from './event-stream.ts';

export type OpenLive = {
  wiring: Wiring;
  workspaceId: string;
  principal: Principal;
  topic: {
    endpointId?: string | undefined;
    workflowId?: string | undefined;
    runId?: string | undefined;
  };
  /** Where the stream goes on; the request's own `Last-Event-ID` is younger and goes before. */
  lastEventId?: string | undefined;
  request: Request;
};
type LiveReply = { status: 200; stream: ReadableStream; headers: Record<string, string> };

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // For proxies that gather answers before they pass them on.
  'x-accel-buffering': 'no',
};

/** Fails with `not_found` for what isn't the workspace's, `rate_limited` past ten streams of one caller. */
export async function openLive(input: OpenLive): Promise<Result<LiveReply>> {
  const { wiring, workspaceId, principal, topic, lastEventId, request } = input;
  const scope = await wiring.api.live.scopeOf(workspaceId, topic);
  if (!scope) return err(problem('not_found', 'There is no such thing to watch here.'));
  const stream = eventStream({
    subscribe: (sink) =>
      wiring.live.subscribe({
        owner: `${principal.kind}:${principal.id}`,
        scope,
        since: startOf(request.headers.get('last-event-id') ?? lastEventId ?? ''),
        sink,
      }),
    stillAllowed: async () => {
      const again = await wiring.authenticate(request.headers);
      return again.ok && again.value.workspaceId === workspaceId;
    },
    signal: request.signal,
  });
  if (stream) return ok({ status: 200, stream, headers });
  return err(problem('rate_limited', 'Ten live streams are open already. Close one first.'));
}

/** Unix milliseconds; null where the stream begins. */
function startOf(id: string): number | null {
  return /^\d{1,15}$/.test(id) ? Number(id) : null;
}
