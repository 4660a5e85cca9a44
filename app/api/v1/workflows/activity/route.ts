import { workflowActivityContract } from '#lib/contracts/workflow.ts';
import { ok } from '#lib/core/result.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(workflowActivityContract, async ({ wiring, workspaceId, query }) =>
    ok({
      status: 200,
      body: { items: await wiring.api.workflows.activity({ workspaceId, ...query }) },
    }),
  ),
);
