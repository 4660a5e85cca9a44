import { problem } from '#lib/core/errors.ts';
import { emptyGraph, type GraphDocument } from '#lib/core/graph/document.ts';
import { endpointIdsOf, webhookNodes } from '#lib/core/graph/live-trigger.ts';
import type { WorkflowRecord } from '#lib/core/graph/workflow.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { ManageDeps, Origin, Transaction } from './deps.ts';
import { fillEndpoints } from './fill-endpoints.ts';
import { type WorkflowView, workflowView } from './workflow-view.ts';

export type CreateWorkflow = {
  workspaceId: string;
  origin: Origin;
  name: string;
  description?: string | undefined;
  graph?: GraphDocument | undefined;
  /** The graph was copied from elsewhere: its endpoints aren't its own. */
  newEndpoints?: boolean | undefined;
};

/** A draft. Fails with `invalid_graph` where a trigger names an endpoint of another workspace. */
export function createWorkflow(
  deps: ManageDeps,
  input: CreateWorkflow,
): Promise<Result<WorkflowView>> {
  return deps.transact(async (transaction) => {
    const given = input.graph ?? emptyGraph;
    const graph = input.newEndpoints ? withoutEndpoints(given) : given;
    return insertWorkflow(deps, transaction, { ...input, graph, isCopy: given !== graph });
  });
}

export type DuplicateWorkflow = {
  workspaceId: string;
  origin: Origin;
  id: string;
  name?: string | undefined;
};

/** A copy of the draft. Its triggers get URLs of their own, so that the original keeps its senders. */
export function duplicateWorkflow(
  deps: ManageDeps,
  input: DuplicateWorkflow,
): Promise<Result<WorkflowView>> {
  const { workspaceId, origin, id } = input;
  return deps.transact(async (transaction) => {
    const original = await transaction.workflows.find(workspaceId, id);
    if (!original) return err(noWorkflow);
    const name = input.name ?? `${original.name} (copy)`.slice(0, 200);
    const { description } = original;
    const graph = withoutEndpoints(original.graph);
    return insertWorkflow(deps, transaction, {
      workspaceId,
      origin,
      name,
      description,
      graph,
      isCopy: true,
    });
  });
}

export const noWorkflow = problem('not_found', 'There is no such workflow in this workspace.');

async function insertWorkflow(
  deps: ManageDeps,
  transaction: Transaction,
  input: CreateWorkflow & { graph: GraphDocument; isCopy: boolean },
): Promise<Result<WorkflowView>> {
  const { workspaceId, origin, name, description = '' } = input;
  const id = deps.newId();
  const filled = await fillEndpoints(deps, transaction, {
    workspaceId,
    workflowId: id,
    graph: input.graph,
  });
  if (!filled.ok) return filled;
  const { graph, newIds } = filled.value;
  const workflow = await transaction.workflows.insert({
    id,
    workspaceId,
    name,
    description,
    graph,
  });
  const notices = input.isCopy ? copyNotices(workflow, newIds.size) : [];
  return ok(await workflowView(deps, transaction, { workflow, origin, newIds, notices }));
}

function copyNotices(workflow: WorkflowRecord, made: number): string[] {
  if (made === 0) return [];
  const urls = made === 1 ? 'a new URL' : `${made} new URLs`;
  return [
    `“${workflow.name}” has ${urls}: give them to the senders. What was set on the original’s endpoints (secrets, limits) isn't copied.`,
  ];
}

function withoutEndpoints(graph: GraphDocument): GraphDocument {
  if (webhookNodes(graph).every((node) => endpointIdsOf(node).length === 0)) return { ...graph };
  return {
    ...graph,
    nodes: graph.nodes.map((node) => {
      if (node.type !== 'webhook') return node;
      const { endpointIds: _, ...settings } = node.settings;
      return { ...node, settings };
    }),
  };
}
