import type { GraphDocument } from '#lib/core/graph/document.ts';
import { endpointIdsOf, webhookNodes } from '#lib/core/graph/live-trigger.ts';
import { type GraphProblem, graphError } from '#lib/core/graph/problem.ts';
import { graphProblems } from '#lib/core/graph/validate.ts';
import {
  type WorkflowRecord,
  type WorkflowStatus,
  workflowStatus,
} from '#lib/core/graph/workflow.ts';
import type { ManageDeps, Origin, Tables } from './deps.ts';
import { webhookUrl } from './mint-endpoint.ts';

export type TriggerUrl = {
  id: string;
  nodeId: string;
  url: string;
  urlReachable: Origin['reachable'];
  isNew: boolean;
};
export type SavedGraphView = {
  revision: number;
  graph: GraphDocument;
  endpoints: TriggerUrl[];
  problems: GraphProblem[];
  notices: string[];
};
export type WorkflowView = SavedGraphView & {
  id: string;
  name: string;
  description: string;
  status: WorkflowStatus;
  liveVersion: number | null;
  changed: boolean;
  createdAt: string;
  updatedAt: string;
};

/** Endpoints bound at run time may be very many: the workflow names its newest, the endpoint list all. */
const boundShown = 100;

export type ViewInput = {
  workflow: WorkflowRecord;
  origin: Origin;
  newIds?: ReadonlySet<string>;
  notices?: string[];
};

export async function workflowView(
  deps: ManageDeps,
  tables: Tables,
  input: ViewInput,
): Promise<WorkflowView> {
  const { workflow } = input;
  return {
    id: workflow.id,
    name: workflow.name,
    description: workflow.description,
    status: workflowStatus(workflow),
    liveVersion: workflow.liveVersion,
    changed: await tables.workflows.hasChanged(workflow.id),
    ...(await savedGraphView(deps, tables, input)),
    createdAt: workflow.createdAt.toISOString(),
    updatedAt: workflow.updatedAt.toISOString(),
  };
}

export async function savedGraphView(
  deps: ManageDeps,
  tables: Tables,
  input: ViewInput,
): Promise<SavedGraphView> {
  const { workflow, origin, newIds = new Set<string>(), notices = [] } = input;
  const { graph } = workflow;
  const listened = await listenedEndpoints(tables, workflow);
  const ids = [...new Set(listened.map(({ endpointId }) => endpointId))];
  const tokens = new Map(
    (await tables.endpoints.tokens(ids)).map(({ endpointId, sealed }) => [endpointId, sealed]),
  );
  return {
    revision: workflow.revision,
    graph,
    endpoints: listened.flatMap(({ endpointId: id, nodeId }) => {
      const sealedToken = tokens.get(id);
      if (sealedToken === undefined) return [];
      const url = webhookUrl(deps, origin, { id, sealedToken });
      return [{ id, nodeId, url, urlReachable: origin.reachable, isNew: newIds.has(id) }];
    }),
    problems: [
      ...graphProblems(graph, deps.definitions, { forPublish: false }),
      ...deletedEndpointProblems(graph, (id) => tokens.has(id)),
    ],
    notices,
  };
}

async function listenedEndpoints(tables: Tables, workflow: WorkflowRecord) {
  const named = webhookNodes(workflow.graph).flatMap((node) =>
    endpointIdsOf(node).map((endpointId) => ({ endpointId, nodeId: node.id })),
  );
  const seen = new Set(named.map(({ endpointId, nodeId }) => `${endpointId} ${nodeId}`));
  const bound = await tables.triggers.bindings(workflow.id, boundShown);
  return [
    ...named,
    ...bound.filter(({ endpointId, nodeId }) => !seen.has(`${endpointId} ${nodeId}`)),
  ];
}

/** A trigger can't listen to a door that is gone. */
export function deletedEndpointProblems(
  graph: GraphDocument,
  exists: (endpointId: string) => boolean,
): GraphProblem[] {
  return webhookNodes(graph)
    .filter((node) => !node.disabled)
    .flatMap((node) =>
      endpointIdsOf(node).flatMap((id, index) =>
        exists(id)
          ? []
          : [
              graphError({
                nodeId: node.id,
                field: `endpointIds.${index}`,
                message: `An endpoint of “${node.name}” was deleted. Choose another, or remove it here.`,
              }),
            ],
      ),
    );
}
