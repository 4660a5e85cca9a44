import { replayRequestContract } from '#lib/contracts/request.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(replayRequestContract, async ({ wiring, workspaceId, params, body }) =>
    reply(202, await wiring.runCalls.replay({ workspaceId, requestId: params.id, ...body })),
  ),
);
