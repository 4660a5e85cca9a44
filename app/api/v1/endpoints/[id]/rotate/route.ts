import { rotateEndpointContract } from '#lib/contracts/endpoint.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(rotateEndpointContract, async ({ wiring, workspaceId, origin, params: { id }, body }) =>
    reply(200, await wiring.api.endpoints.rotate({ workspaceId, origin, id, ...body })),
  ),
);
