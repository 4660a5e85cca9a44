import { listAllRequestsContract, toRequestPage } from '#lib/contracts/request.ts';
import { ok } from '#lib/core/result.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(listAllRequestsContract, async ({ wiring, workspaceId, query }) => {
    const { limit, cursor: before, ...filter } = query;
    const page = { workspaceId, ...filter, before, limit: limit + 1 };
    const found = await wiring.api.requests.list(page);
    if (!found.ok) return found;
    return ok({ status: 200, body: toRequestPage(found.value, limit) });
  }),
);
