import { requestStatsContract } from '#lib/contracts/request.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(requestStatsContract, async ({ wiring, workspaceId, query }) =>
    reply(200, await wiring.api.requests.stats({ workspaceId, ...query })),
  ),
);
