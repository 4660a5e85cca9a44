import { checkSignatureContract } from '#lib/contracts/tool.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(checkSignatureContract, ({ wiring, body }) =>
    reply(200, wiring.api.tools.checkSignature(body)),
  ),
);
