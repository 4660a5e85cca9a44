import { endSessionsContract } from '#lib/contracts/account.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { done } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(endSessionsContract, async ({ wiring, principal, ip }) =>
    done(204, await wiring.people.session.endAll({ principal, ip })),
  ),
);
