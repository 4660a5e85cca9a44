import { listVersionsContract } from '#lib/contracts/workflow.ts';
import { ok } from '#lib/core/result.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(listVersionsContract, async ({ wiring, workspaceId, params: { id }, query }) => {
    const { limit, cursor: before } = query;
    const found = await wiring.api.workflows.versions({
      workspaceId,
      id,
      before,
      limit: limit + 1,
    });
    if (!found.ok) return found;
    const items = found.value.slice(0, limit);
    const last = items.at(-1);
    const nextCursor = found.value.length > limit && last ? String(last.version) : null;
    return ok({ status: 200, body: { items, nextCursor } });
  }),
);
