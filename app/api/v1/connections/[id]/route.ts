import {
  changeConnectionContract,
  deleteConnectionContract,
  getConnectionContract,
} from '#lib/contracts/connections.ts';
import { problem } from '#lib/core/errors.ts';
import { err, ok } from '#lib/core/result.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { done, reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(getConnectionContract, async ({ wiring, workspaceId, params: { id } }) => {
    const body = await wiring.people.connections.get(workspaceId, id);
    return body
      ? ok({ status: 200, body })
      : err(problem('not_found', 'There is no such connection.'));
  }),
  apiRoute(changeConnectionContract, async ({ wiring, principal, params: { id }, body, ip }) =>
    reply(200, await wiring.people.connections.change({ principal, id, ip, ...body })),
  ),
  apiRoute(deleteConnectionContract, async ({ wiring, principal, params: { id }, ip }) =>
    done(204, await wiring.people.connections.remove({ principal, id, ip })),
  ),
);
