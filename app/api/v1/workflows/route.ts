import { toPage } from '#lib/contracts/common.ts';
import { createWorkflowContract, listWorkflowsContract } from '#lib/contracts/workflow.ts';
import { ok } from '#lib/core/result.ts';
import { apiRoute, routeFile } from '#lib/web/api-route.ts';
import { reply } from '#lib/web/reply.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeFile(
  apiRoute(listWorkflowsContract, async ({ wiring, workspaceId, query }) => {
    const { limit, cursor, status, q } = query;
    const page = { workspaceId, status, q, before: cursor, limit: limit + 1 };
    return ok({ status: 200, body: toPage(await wiring.api.workflows.list(page), limit) });
  }),
  apiRoute(createWorkflowContract, async ({ wiring, workspaceId, origin, body }) =>
    reply(201, await wiring.api.workflows.create({ workspaceId, origin, ...body })),
  ),
);
