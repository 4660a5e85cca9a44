import { testConnectionContract } from '#lib/contracts/connections.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(testConnectionContract, async ({ wiring, principal, params, request, body, ip }) => {
    const { signal } = request;
    return reply(
      200,
      await wiring.people.connections.test({ principal, id: params.id, signal, ip, ...body }),
    );
  }),
);
