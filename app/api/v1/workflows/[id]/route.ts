import {
  deleteWorkflowContract,
  getWorkflowContract,
  updateWorkflowContract,
} from '#lib/contracts/workflow.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { done, reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(getWorkflowContract, async ({ wiring, workspaceId, origin, params: { id } }) =>
    reply(200, await wiring.api.workflows.get({ workspaceId, origin, id })),
  ),
  apiRoute(updateWorkflowContract, async ({ wiring, workspaceId, origin, params: { id }, body }) =>
    reply(200, await wiring.api.workflows.update({ workspaceId, origin, id, ...body })),
  ),
  apiRoute(deleteWorkflowContract, async ({ wiring, workspaceId, params: { id } }) =>
    done(204, await wiring.api.workflows.delete({ workspaceId, id })),
  ),
);
