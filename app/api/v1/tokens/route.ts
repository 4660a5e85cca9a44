import { toPage } from '#lib/contracts/common.ts';
import { createTokenContract, listTokensContract } from '#lib/contracts/tokens.ts';
import { ok } from '#lib/core/result.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(listTokensContract, async ({ wiring, workspaceId, query: { limit, cursor } }) => {
    const rows = await wiring.people.tokens.list(workspaceId, { before: cursor, limit: limit + 1 });
    return ok({ status: 200, body: toPage(rows, limit) });
  }),
  apiRoute(createTokenContract, async ({ wiring, principal, body, ip }) => {
    const { name, role } = body;
    const expiresAt = body.expiresAt ? new Date(body.expiresAt) : null;
    return reply(201, await wiring.people.tokens.create({ principal, name, role, expiresAt, ip }));
  }),
);
