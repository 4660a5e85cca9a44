import { deleteTokenContract } from '#lib/contracts/tokens.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { done } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(deleteTokenContract, async ({ wiring, principal, params: { id }, ip }) =>
    done(204, await wiring.people.tokens.remove({ principal, id, ip })),
  ),
);
