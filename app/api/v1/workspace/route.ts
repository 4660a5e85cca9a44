import { changeWorkspaceContract, getWorkspaceContract } from '#lib/contracts/workspace.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(getWorkspaceContract, async ({ wiring, workspaceId }) =>
    reply(200, await wiring.people.settings.read(workspaceId)),
  ),
  apiRoute(changeWorkspaceContract, async ({ wiring, workspaceId, body }) =>
    reply(200, await wiring.people.settings.rename(workspaceId, body.name)),
  ),
);
