import { err, ok, type Result } from '#lib/core/result.ts';
import { noWorkflow } from './create-workflow.ts';
import type { ManageDeps, Origin } from './deps.ts';
import { type WorkflowView, workflowView } from './workflow-view.ts';

export async function getWorkflow(
  deps: ManageDeps,
  input: { workspaceId: string; origin: Origin; id: string },
): Promise<Result<WorkflowView>> {
  const workflow = await deps.stores.workflows.find(input.workspaceId, input.id);
  if (!workflow) return err(noWorkflow);
  return ok(await workflowView(deps, deps.stores, { workflow, origin: input.origin }));
}

export type UpdateWorkflow = {
  workspaceId: string;
  origin: Origin;
  id: string;
  name?: string | undefined;
  description?: string | undefined;
};

export function updateWorkflow(
  deps: ManageDeps,
  input: UpdateWorkflow,
): Promise<Result<WorkflowView>> {
  const { workspaceId, origin, id, name, description } = input;
  return deps.transact(async (transaction) => {
    if (!(await transaction.workflows.lock(workspaceId, id))) return err(noWorkflow);
    const workflow = await transaction.workflows.rename(id, { name, description });
    return ok(await workflowView(deps, transaction, { workflow, origin }));
  });
}

/** Its endpoints stay and go on capturing; nothing listens to them any more. */
export function deleteWorkflow(
  deps: ManageDeps,
  input: { workspaceId: string; id: string },
): Promise<Result<null>> {
  const { workspaceId, id } = input;
  return deps.transact(async ({ workflows, endpoints, triggers, endpointsChanged }) => {
    if (!(await workflows.lock(workspaceId, id))) return err(noWorkflow);
    const listened = (await triggers.liveOf(id)).map(({ endpointId }) => endpointId);
    await endpoints.holdExisting(workspaceId, listened);
    await workflows.markDeleted(id);
    await triggers.removeLive(id);
    await triggers.removeBindings(id);
    await endpointsChanged([...new Set(listened)]);
    return ok(null);
  });
}
