import { nodeCatalogContract } from '#lib/contracts/catalog.ts';
import { ok } from '#lib/core/result.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(nodeCatalogContract, ({ wiring }) =>
    ok({ status: 200, body: { items: wiring.api.catalog.nodes(), nextCursor: null } }),
  ),
);
