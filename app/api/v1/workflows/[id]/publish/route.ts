import { publishWorkflowContract } from '#lib/contracts/workflow.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(publishWorkflowContract, async (call) => {
    const { wiring, workspaceId, params, principal, body } = call;
    const { kind, id, label } = principal;
    const author = { kind, id, label };
    return reply(
      200,
      await wiring.api.workflows.publish({ workspaceId, id: params.id, author, ...body }),
    );
  }),
);
