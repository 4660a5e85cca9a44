import { type FieldProblem, type Problem, problem } from '#lib/core/errors.ts';
import type { GraphDocument, GraphNode } from '#lib/core/graph/document.ts';
import { endpointIdsOf, webhookNodes } from '#lib/core/graph/live-trigger.ts';
import { isUuid } from '#lib/core/ids.ts';
import type { NewEndpoint } from '#lib/core/request/endpoint-record.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { ManageDeps, Transaction } from './deps.ts';
import { mintEndpoint } from './mint-endpoint.ts';

export type FilledGraph = {
  graph: GraphDocument;
  /** Endpoints that this call made. */
  newIds: ReadonlySet<string>;
  /** Endpoints that are named but deleted: a draft may name them, a live version may not. */
  deletedIds: ReadonlySet<string>;
};

type Owner = { workspaceId: string; workflowId: string };

/**
 * Gives every webhook trigger without an endpoint the one that was minted for it, or mints it.
 * Fails with `invalid_graph` where a trigger names an endpoint that this workspace never had.
 */
export async function fillEndpoints(
  deps: ManageDeps,
  transaction: Transaction,
  input: Owner & { graph: GraphDocument },
): Promise<Result<FilledGraph>> {
  const { graph, ...owner } = input;
  const triggers = webhookNodes(graph);
  const named = [...new Set(triggers.flatMap(endpointIdsOf))].filter(isUuid);
  const known = await transaction.endpoints.holdExisting(owner.workspaceId, named);
  const foreign = foreignEndpoints(triggers, new Set(known.map(({ id }) => id)));
  if (foreign) return err(foreign);
  const made = await mintMissing(deps, transaction, {
    owner,
    nodes: triggers.filter(isWithoutEndpoint),
  });
  const idOf = new Map(made.map(({ id, nodeId }) => [nodeId, id]));
  return ok({
    graph: { ...graph, nodes: graph.nodes.map((node) => withEndpoints(node, idOf.get(node.id))) },
    newIds: new Set(made.filter(({ isNew }) => isNew).map(({ id }) => id)),
    deletedIds: new Set(known.filter(({ deleted }) => deleted).map(({ id }) => id)),
  });
}

function isWithoutEndpoint(node: GraphNode): boolean {
  const ids = node.settings.endpointIds;
  return ids === undefined || ids === null || (Array.isArray(ids) && ids.length === 0);
}

function withEndpoints(node: GraphNode, minted: string | undefined): GraphNode {
  if (node.type !== 'webhook') return node;
  if (isWithoutEndpoint(node)) {
    return minted ? { ...node, settings: { ...node.settings, endpointIds: [minted] } } : node;
  }
  return node;
}

function foreignEndpoints(triggers: GraphNode[], known: ReadonlySet<string>): Problem | null {
  const errors: FieldProblem[] = triggers.flatMap((node) =>
    endpointIdsOf(node).flatMap((id, index) =>
      known.has(id)
        ? []
        : [
            {
              nodeId: node.id,
              field: `endpointIds.${index}`,
              message: `“${node.name}” names an endpoint that isn't in this workspace: ${id.slice(0, 60)}.`,
            },
          ],
    ),
  );
  if (errors.length === 0) return null;
  return problem(
    'invalid_graph',
    `${errors[0]?.message} Leave endpointIds out, and the trigger gets a URL of its own.`,
    errors,
  );
}

type Made = { id: string; nodeId: string; isNew: boolean };

async function mintMissing(
  deps: ManageDeps,
  transaction: Transaction,
  input: { owner: Owner; nodes: GraphNode[] },
): Promise<Made[]> {
  const { owner, nodes } = input;
  if (nodes.length === 0) return [];
  const remembered = new Map(
    (await transaction.endpoints.mintedFor(owner.workflowId)).map(({ id, nodeId }) => [nodeId, id]),
  );
  const fresh = new Map<string, NewEndpoint>();
  for (const node of nodes) {
    if (remembered.has(node.id) || fresh.has(node.id)) continue;
    const minted = { workflowId: owner.workflowId, nodeId: node.id };
    const { workspaceId } = owner;
    fresh.set(node.id, mintEndpoint(deps, { workspaceId, name: node.name, minted }));
  }
  await transaction.endpoints.insert([...fresh.values()]);
  return [
    ...[...fresh].map(([nodeId, { id }]) => ({ id, nodeId, isNew: true })),
    ...[...remembered].map(([nodeId, id]) => ({ id, nodeId, isNew: false })),
  ];
}
