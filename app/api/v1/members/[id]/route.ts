import { changeMemberContract, removeMemberContract } from '#lib/contracts/members.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { done, reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(changeMemberContract, async ({ wiring, principal, params: { id }, body, ip }) =>
    reply(200, await wiring.people.members.changeRole({ principal, id, ip, ...body })),
  ),
  apiRoute(removeMemberContract, async ({ wiring, principal, params: { id }, ip }) =>
    done(204, await wiring.people.members.remove({ principal, id, ip })),
  ),
);
