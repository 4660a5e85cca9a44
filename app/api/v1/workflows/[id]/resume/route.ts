import { resumeWorkflowContract } from '#lib/contracts/workflow.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(
    resumeWorkflowContract,
    async ({ wiring, workspaceId, origin, params: { id }, body }) => {
      const done = await wiring.runCalls.resume({ workspaceId, workflowId: id, ...body });
      if (!done.ok) return done;
      return reply(200, await wiring.api.workflows.get({ workspaceId, origin, id }));
    },
  ),
);
