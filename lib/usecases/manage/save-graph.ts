import { problem } from '#lib/core/errors.ts';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import type { WorkflowRecord } from '#lib/core/graph/workflow.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { noWorkflow } from './create-workflow.ts';
import type { ManageDeps, Origin, Transaction } from './deps.ts';
import { fillEndpoints } from './fill-endpoints.ts';
import { type SavedGraphView, savedGraphView } from './workflow-view.ts';

export type SaveGraph = {
  workspaceId: string;
  origin: Origin;
  id: string;
  graph: GraphDocument;
  /** The revision that was edited. */
  baseRevision: number;
};

/**
 * Saves the draft, endpoint ids filled in. Fails with `revision_conflict` where somebody else saved
 * in between, `invalid_graph` where a trigger names a foreign endpoint.
 */
export function saveGraph(deps: ManageDeps, input: SaveGraph): Promise<Result<SavedGraphView>> {
  const { workspaceId, id, origin, graph, baseRevision } = input;
  return deps.transact(async (transaction) => {
    const workflow = await transaction.workflows.lock(workspaceId, id);
    if (!workflow) return err(noWorkflow);
    if (workflow.revision !== baseRevision) {
      const detail = `The draft is at revision ${workflow.revision}, not ${baseRevision}: load it again and repeat the change.`;
      return err(problem('revision_conflict', detail));
    }
    return replaceDraft(deps, transaction, { workflow, graph, origin });
  });
}

export type RestoreVersion = { workspaceId: string; origin: Origin; id: string; number: number };

/** Makes a version's graph the draft again, as a new revision. What is live stays live. */
export function restoreVersion(
  deps: ManageDeps,
  input: RestoreVersion,
): Promise<Result<SavedGraphView>> {
  const { workspaceId, id, origin, number } = input;
  return deps.transact(async (transaction) => {
    const workflow = await transaction.workflows.lock(workspaceId, id);
    if (!workflow) return err(noWorkflow);
    const version = await transaction.workflows.version(id, number);
    if (!version) return err(problem('not_found', `There is no version ${number}.`));
    return replaceDraft(deps, transaction, { workflow, graph: version.graph, origin });
  });
}

async function replaceDraft(
  deps: ManageDeps,
  transaction: Transaction,
  input: { workflow: WorkflowRecord; graph: GraphDocument; origin: Origin },
): Promise<Result<SavedGraphView>> {
  const { id, workspaceId } = input.workflow;
  const filled = await fillEndpoints(deps, transaction, {
    workspaceId,
    workflowId: id,
    graph: input.graph,
  });
  if (!filled.ok) return filled;
  const { graph, newIds } = filled.value;
  const workflow = await transaction.workflows.saveGraph(id, graph);
  return ok(await savedGraphView(deps, transaction, { workflow, origin: input.origin, newIds }));
}
