import { overviewContract } from '#lib/contracts/overview.ts';
import { ok } from '#lib/core/result.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(overviewContract, async ({ wiring, workspaceId, query, principal }) => {
    const withTokens = principal.role === 'owner';
    const body = await wiring.api.overview({ workspaceId, ...query, withTokens });
    return ok({ status: 200, body });
  }),
);
