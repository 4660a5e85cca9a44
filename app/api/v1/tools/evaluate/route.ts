import { evaluateContract } from '#lib/contracts/tool.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(evaluateContract, async ({ wiring, body }) => {
    const { language, expression, data = null } = body;
    return reply(200, await wiring.api.tools.evaluate({ language, expression, data }));
  }),
);
