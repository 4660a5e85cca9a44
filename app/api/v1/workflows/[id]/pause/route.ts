import { pauseWorkflowContract } from '#lib/contracts/workflow.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(pauseWorkflowContract, async ({ wiring, workspaceId, origin, params: { id } }) => {
    const done = await wiring.runCalls.pause({ workspaceId, workflowId: id });
    if (!done.ok) return done;
    return reply(200, await wiring.api.workflows.get({ workspaceId, origin, id }));
  }),
);
