import { testWorkflowContract } from '#lib/contracts/workflow.ts';
import { ok } from '#lib/core/result.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(testWorkflowContract, async ({ wiring, workspaceId, params, body }) => {
    const tested = await wiring.runCalls.test({ workspaceId, workflowId: params.id, ...body });
    if (!tested.ok) return tested;
    const run = await wiring.api.runs.get({ workspaceId, id: tested.value.runId });
    if (!run.ok) return run;
    if (tested.value.ended) return ok({ status: 200, body: run.value });
    return ok({ status: 202, body: { id: run.value.id, status: run.value.status } });
  }),
);
