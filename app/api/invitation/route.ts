import { acceptInvitationContract } from '#lib/contracts/account.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

// No session is used here: whoever holds the code may call, from wherever.
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(acceptInvitationContract, async ({ wiring, body, ip }) =>
    reply(201, await wiring.people.start.join({ ...body, ip })),
  ),
);
