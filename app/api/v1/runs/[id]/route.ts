import { getRunContract } from '#lib/contracts/run.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(getRunContract, async ({ wiring, workspaceId, params: { id } }) =>
    reply(200, await wiring.api.runs.get({ workspaceId, id })),
  ),
);
