import { connectionUsageContract } from '#lib/contracts/connections.ts';
import { ok } from '#lib/core/result.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(connectionUsageContract, async ({ wiring, workspaceId }) =>
    ok({ status: 200, body: { items: await wiring.people.connections.usage(workspaceId) } }),
  ),
);
