import { problem } from '#lib/core/errors.ts';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import {
  endpointIdsOf,
  listenersOf,
  movedEndpoints,
  webhookNodes,
} from '#lib/core/graph/live-trigger.ts';
import { graphProblems } from '#lib/core/graph/validate.ts';
import type { VersionAuthor } from '#lib/core/graph/workflow.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { noWorkflow } from './create-workflow.ts';
import type { ManageDeps } from './deps.ts';
import { deletedEndpointProblems } from './workflow-view.ts';

export type PublishWorkflow = {
  workspaceId: string;
  id: string;
  note?: string | undefined;
  author: VersionAuthor;
};

/**
 * Freezes the draft as the next version and makes it live. In the same commit: who listens to which
 * endpoint, and word to every door of those whose listeners moved. So a request accepted after the
 * answer runs on this version. Fails with `invalid_graph`.
 */
export function publishWorkflow(
  deps: ManageDeps,
  input: PublishWorkflow,
): Promise<Result<{ version: number }>> {
  const { workspaceId, id, note = '', author } = input;
  return deps.transact(async ({ workflows, endpoints, triggers, endpointsChanged }) => {
    const workflow = await workflows.lock(workspaceId, id);
    if (!workflow) return err(noWorkflow);
    const { graph } = workflow;
    const before = await triggers.liveOf(id);
    const after = listenersOf(graph, await triggers.bindings(id), deps.definitions);
    // All of them at once and in order, before anything is written: see `holdExisting`.
    const touched = [...before, ...after].map(({ endpointId }) => endpointId);
    const named = webhookNodes(graph).flatMap(endpointIdsOf);
    const held = await endpoints.holdExisting(workspaceId, [...new Set([...touched, ...named])]);
    const existing = new Set(held.filter(({ deleted }) => !deleted).map((row) => row.id));
    const refusal = refusalOf(deps, graph, existing);
    if (refusal) return err(refusal);
    const version = await workflows.publish(id, { graph, note, createdBy: author });
    await triggers.removeLive(id);
    await triggers.addLive(id, after);
    await endpointsChanged(movedEndpoints(before, after));
    return ok({ version });
  });
}

function refusalOf(deps: ManageDeps, graph: GraphDocument, existing: ReadonlySet<string>) {
  const errors = [
    ...graphProblems(graph, deps.definitions, { forPublish: true }),
    ...deletedEndpointProblems(graph, (id) => existing.has(id)),
  ].map(({ severity: _, ...rest }) => rest);
  if (errors.length === 0) return null;
  const detail =
    errors.length === 1
      ? `This keeps the workflow from going live: ${errors[0]?.message}`
      : `${errors.length} problems keep this workflow from going live. Solve them, then publish again.`;
  return problem('invalid_graph', detail, errors);
}
