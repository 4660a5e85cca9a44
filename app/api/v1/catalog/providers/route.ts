import { providerCatalogContract } from '#lib/contracts/catalog.ts';
import { ok } from '#lib/core/result.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(providerCatalogContract, ({ wiring }) =>
    ok({ status: 200, body: { items: wiring.api.catalog.providers(), nextCursor: null } }),
  ),
);
