import { endpointStatsContract } from '#lib/contracts/endpoint.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(endpointStatsContract, async ({ wiring, workspaceId, params, query }) =>
    reply(200, await wiring.api.requests.stats({ workspaceId, endpointId: params.id, ...query })),
  ),
);
