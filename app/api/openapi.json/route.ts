import { contracts } from '#lib/contracts/all.ts';
import { openapi } from '#lib/contracts/openapi.ts';
import { openapiContract } from '#lib/contracts/openapi-call.ts';
import { ok } from '#lib/core/result.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import manifest from '#package.json' with { type: 'json' };

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(openapiContract, () => {
    const document = openapi(contracts, manifest.version);
    return ok({ status: 200, body: { ...document, openapi: '3.1.0' as const } });
  }),
);
