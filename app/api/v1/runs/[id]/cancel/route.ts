import { cancelRunContract } from '#lib/contracts/run.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(cancelRunContract, async ({ wiring, workspaceId, params: { id } }) => {
    const cancelled = await wiring.runCalls.cancel({ workspaceId, runId: id });
    if (!cancelled.ok) return cancelled;
    return reply(202, await wiring.api.runs.get({ workspaceId, id }));
  }),
);
