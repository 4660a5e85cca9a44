import { toPage } from '#lib/contracts/common.ts';
import { createEndpointContract, listEndpointsContract } from '#lib/contracts/endpoint.ts';
import { ok } from '#lib/core/result.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(listEndpointsContract, async ({ wiring, workspaceId, origin, query }) => {
    const { limit, cursor, q, workflowId } = query;
    const page = { workspaceId, origin, q, workflowId, before: cursor, limit: limit + 1 };
    return ok({ status: 200, body: toPage(await wiring.api.endpoints.list(page), limit) });
  }),
  apiRoute(createEndpointContract, async ({ wiring, workspaceId, origin, body }) => {
    const { name, trigger, metadata, expiresAt, ...parts } = body;
    const input = { workspaceId, origin, name, trigger, metadata, expiresAt, parts };
    return reply(201, await wiring.api.endpoints.create(input));
  }),
);
