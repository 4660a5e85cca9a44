import { getRequestBodyContract } from '#lib/contracts/request.ts';
import { ok } from '#lib/core/result.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(getRequestBodyContract, async ({ wiring, workspaceId, params: { id } }) => {
    const found = await wiring.api.requests.body({ workspaceId, id });
    if (!found.ok) return found;
    const headers = {
      'content-type': 'application/octet-stream',
      // Never shown in the app's origin, whatever it holds.
      'content-disposition': `attachment; filename="${id}.bin"`,
      'content-security-policy': "sandbox; default-src 'none'",
    };
    return ok({ status: 200, bytes: found.value, headers });
  }),
);
