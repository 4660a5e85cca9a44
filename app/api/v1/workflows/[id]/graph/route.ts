import { saveGraphContract } from '#lib/contracts/workflow.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(saveGraphContract, async ({ wiring, workspaceId, origin, params: { id }, body }) =>
    reply(200, await wiring.api.workflows.saveGraph({ workspaceId, origin, id, ...body })),
  ),
);
