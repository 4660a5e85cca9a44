import { toPage } from '#lib/contracts/common.ts';
import { listRunsContract } from '#lib/contracts/run.ts';
import { ok } from '#lib/core/result.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(listRunsContract, async ({ wiring, workspaceId, query }) => {
    const { limit, cursor: before, ...filter } = query;
    const page = { workspaceId, ...filter, before, limit: limit + 1 };
    return ok({ status: 200, body: toPage(await wiring.api.runs.list(page), limit) });
  }),
);
