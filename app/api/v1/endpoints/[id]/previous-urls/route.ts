import { endPreviousUrlsContract } from '#lib/contracts/endpoint.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { done } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(endPreviousUrlsContract, async ({ wiring, workspaceId, params: { id } }) =>
    done(204, await wiring.api.endpoints.endPreviousUrls({ workspaceId, id })),
  ),
);
