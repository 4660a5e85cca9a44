import { addSecretContract } from '#lib/contracts/endpoint.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(addSecretContract, async ({ wiring, workspaceId, params: { id: endpointId }, body }) => {
    const { value, expiresAt = null, replaces } = body;
    const input = { workspaceId, endpointId, value, expiresAt, replaces };
    return reply(201, await wiring.api.endpoints.addSecret(input));
  }),
);
