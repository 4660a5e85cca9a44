import { listAuditContract } from '#lib/contracts/audit.ts';
import { toPage } from '#lib/contracts/common.ts';
import { ok } from '#lib/core/result.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(listAuditContract, async ({ wiring, workspaceId, query }) => {
    const { limit, cursor, ...filter } = query;
    const rows = await wiring.people.log({
      workspaceId,
      before: cursor,
      limit: limit + 1,
      ...filter,
    });
    return ok({ status: 200, body: toPage(rows, limit) });
  }),
);
