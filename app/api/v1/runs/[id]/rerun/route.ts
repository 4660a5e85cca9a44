import { rerunContract } from '#lib/contracts/run.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(rerunContract, async ({ wiring, workspaceId, params, body }) => {
    const started = await wiring.runCalls.rerun({ workspaceId, runId: params.id, ...body });
    if (!started.ok) return started;
    return reply(202, await wiring.api.runs.get({ workspaceId, id: started.value.id }));
  }),
);
