import { toPage } from '#lib/contracts/common.ts';
import { createConnectionContract, listConnectionsContract } from '#lib/contracts/connections.ts';
import { ok } from '#lib/core/result.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(listConnectionsContract, async ({ wiring, workspaceId, query: { limit, cursor } }) => {
    const page = { before: cursor, limit: limit + 1 };
    return ok({
      status: 200,
      body: toPage(await wiring.people.connections.list(workspaceId, page), limit),
    });
  }),
  apiRoute(createConnectionContract, async ({ wiring, principal, body, ip }) =>
    reply(201, await wiring.people.connections.create({ principal, ip, ...body })),
  ),
);
