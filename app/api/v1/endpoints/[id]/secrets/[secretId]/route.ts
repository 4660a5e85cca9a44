import { removeSecretContract } from '#lib/contracts/endpoint.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { done } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(removeSecretContract, async ({ wiring, workspaceId, params: { id, secretId } }) =>
    done(204, await wiring.api.endpoints.removeSecret({ workspaceId, endpointId: id, secretId })),
  ),
);
