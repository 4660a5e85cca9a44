import {
  deleteEndpointContract,
  getEndpointContract,
  updateEndpointContract,
} from '#lib/contracts/endpoint.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { done, reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(getEndpointContract, async ({ wiring, workspaceId, origin, params: { id } }) =>
    reply(200, await wiring.api.endpoints.get({ workspaceId, origin, id })),
  ),
  apiRoute(updateEndpointContract, async (call) => {
    const { wiring, workspaceId, origin, params, body } = call;
    const { name, metadata, expiresAt, baseRevision, ...parts } = body;
    const change = { name, metadata, expiresAt, baseRevision, parts };
    const input = { workspaceId, origin, id: params.id, ...change };
    return reply(200, await wiring.api.endpoints.update(input));
  }),
  apiRoute(deleteEndpointContract, async ({ wiring, workspaceId, params: { id } }) =>
    done(204, await wiring.api.endpoints.delete({ workspaceId, id })),
  ),
);
