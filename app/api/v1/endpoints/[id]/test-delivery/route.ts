import { testDeliveryContract } from '#lib/contracts/endpoint.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(
    testDeliveryContract,
    async ({ wiring, workspaceId, origin, ip, params: { id }, body }) =>
      reply(
        200,
        await wiring.api.deliveries.test({ workspaceId, origin, ip, id, event: body.event }),
      ),
  ),
);
