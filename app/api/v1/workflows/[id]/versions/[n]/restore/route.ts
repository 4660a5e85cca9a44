import { restoreVersionContract } from '#lib/contracts/workflow.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(restoreVersionContract, async ({ wiring, workspaceId, origin, params: { id, n } }) =>
    reply(200, await wiring.api.workflows.restore({ workspaceId, origin, id, number: Number(n) })),
  ),
);
