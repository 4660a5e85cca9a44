import { duplicateWorkflowContract } from '#lib/contracts/workflow.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(
    duplicateWorkflowContract,
    async ({ wiring, workspaceId, origin, params: { id }, body }) =>
      reply(201, await wiring.api.workflows.duplicate({ workspaceId, origin, id, ...body })),
  ),
);
