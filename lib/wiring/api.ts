import { randomUUID } from 'node:crypto';
import { endpointStats } from '#lib/adapters/db/counters.ts';
import { endpointActivity } from '#lib/adapters/db/endpoint-activity.ts';
import type { EndpointQuery } from '#lib/adapters/db/endpoint-record-store.ts';
import { EndpointScopes } from '#lib/adapters/db/endpoint-scope.ts';
import { LiveStore } from '#lib/adapters/db/live-store.ts';
import { Management } from '#lib/adapters/db/management.ts';
import { OverviewStore } from '#lib/adapters/db/overview-store.ts';
import type { Pool } from '#lib/adapters/db/pool.ts';
import type { Database } from '#lib/adapters/db/prisma.ts';
import type { RequestFilter } from '#lib/adapters/db/request-query.ts';
import { RequestStore } from '#lib/adapters/db/request-store.ts';
import { RunContexts } from '#lib/adapters/db/run-context.ts';
import { RunSource } from '#lib/adapters/db/run-source.ts';
import { type RunFilter, RunStore } from '#lib/adapters/db/run-store.ts';
import { workflowActivity } from '#lib/adapters/db/workflow-activity.ts';
import type { WorkflowQuery } from '#lib/adapters/db/workflow-store.ts';
import type { Evaluator } from '#lib/adapters/eval/evaluator.ts';
import { randomToken } from '#lib/adapters/secrets/random-token.ts';
import type { SecretBox } from '#lib/adapters/secrets/secret-box.ts';
import type { NodeDefinitions } from '#lib/core/graph/node-type.ts';
import { isoTimes } from '#lib/core/iso-times.ts';
import { nodeCatalogue } from '#lib/nodes/catalogue.ts';
import { providerCatalogue } from '#lib/providers/catalogue.ts';
import { checkSignature } from '#lib/usecases/check-signature.ts';
import { type EvaluateExpression, evaluateExpression } from '#lib/usecases/evaluate-expression.ts';
import { type OverviewInput, overview } from '#lib/usecases/inspect/overview.ts';
import {
  getRequest,
  getRequestBody,
  getStats,
  type ListRequests,
  listRequests,
  type StatsQuery,
} from '#lib/usecases/inspect/requests.ts';
import { getRun, listRuns } from '#lib/usecases/inspect/runs.ts';
import { type CreateEndpoint, createEndpoint } from '#lib/usecases/manage/create-endpoint.ts';
import {
  type CreateWorkflow,
  createWorkflow,
  type DuplicateWorkflow,
  duplicateWorkflow,
} from '#lib/usecases/manage/create-workflow.ts';
import type { ManageDeps, Origin } from '#lib/usecases/manage/deps.ts';
import {
  type AddSecret,
  addSecret,
  type RemoveSecret,
  removeSecret,
} from '#lib/usecases/manage/endpoint-secrets.ts';
import { endpointView } from '#lib/usecases/manage/endpoint-view.ts';
import {
  deleteEndpoint,
  endPreviousUrls,
  getEndpoint,
  type RotateEndpoint,
  rotateEndpoint,
  type UpdateEndpoint,
  updateEndpoint,
} from '#lib/usecases/manage/manage-endpoint.ts';
import {
  deleteWorkflow,
  getWorkflow,
  type UpdateWorkflow,
  updateWorkflow,
} from '#lib/usecases/manage/manage-workflow.ts';
import { type PublishWorkflow, publishWorkflow } from '#lib/usecases/manage/publish-workflow.ts';
import {
  type RestoreVersion,
  restoreVersion,
  type SaveGraph,
  saveGraph,
} from '#lib/usecases/manage/save-graph.ts';
import {
  sendTestDelivery,
  signedSample,
  type TestDelivery,
  type TestDeliveryDeps,
} from '#lib/usecases/manage/test-delivery.ts';
import { getVersion, listVersions } from '#lib/usecases/manage/versions.ts';
import { workflowSummary } from '#lib/usecases/manage/workflow-summary.ts';
import { orderedIds } from './ordered-ids.ts';

export type ApiOptions = {
  pool: Pool;
  db: Database;
  secrets: SecretBox;
  evaluator: Evaluator;
  definitions: NodeDefinitions;
  /** Told once a change is committed: the door on this node must forget these at once. */
  onEndpointsChanged(endpointIds: string[]): void;
  door: TestDeliveryDeps['door'];
};

type Named = { workspaceId: string; id: string };

/** The use cases that routes call, each with what it needs. */
export function buildApi(options: ApiOptions) {
  const { pool, db, definitions } = options;
  const management = new Management(db, options.onEndpointsChanged);
  const deps = manageDeps(options, management);
  return {
    workflows: workflowCalls(deps, management, pool),
    endpoints: endpointCalls(deps, management, pool),
    deliveries: deliveryCalls(deps, options.door),
    requests: requestCalls(pool),
    runs: runCalls(pool),
    overview: overviewCall(pool),
    tools: toolCalls(options.evaluator),
    catalog: { nodes: () => nodeCatalogue(definitions), providers: providerCatalogue },
    live: new LiveStore(pool),
  };
}
export type Api = ReturnType<typeof buildApi>;

function manageDeps(options: ApiOptions, management: Management): ManageDeps {
  const { secrets, evaluator, definitions } = options;
  return {
    stores: management.stores,
    transact: (work) => management.transact(work),
    box: {
      seal: (plain, place) => secrets.seal(plain, place),
      open: (sealed, place) => secrets.open(sealed, place),
      tokenHash: (token) => secrets.tokenHash(token),
    },
    definitions,
    checkSchema: (schema) => evaluator.checkSchema(schema),
    newId: orderedIds(),
    newToken: randomToken,
    now: Date.now,
  };
}

function workflowCalls(deps: ManageDeps, { stores }: Management, pool: Pool) {
  return {
    create: (input: CreateWorkflow) => createWorkflow(deps, input),
    duplicate: (input: DuplicateWorkflow) => duplicateWorkflow(deps, input),
    list: async (query: WorkflowQuery) => (await stores.workflows.list(query)).map(workflowSummary),
    activity: (input: Parameters<typeof workflowActivity>[1]) => workflowActivity(pool, input),
    get: (input: Named & { origin: Origin }) => getWorkflow(deps, input),
    update: (input: UpdateWorkflow) => updateWorkflow(deps, input),
    delete: (input: Named) => deleteWorkflow(deps, input),
    saveGraph: (input: SaveGraph) => saveGraph(deps, input),
    publish: (input: PublishWorkflow) => publishWorkflow(deps, input),
    restore: (input: RestoreVersion) => restoreVersion(deps, input),
    versions: (input: Named & { before?: number | undefined; limit: number }) =>
      listVersions(stores, input),
    version: (input: Named & { number: number }) => getVersion(stores, input),
  };
}

function endpointCalls(deps: ManageDeps, { stores }: Management, pool: Pool) {
  return {
    create: (input: CreateEndpoint) => createEndpoint(deps, input),
    list: async ({ origin, ...query }: EndpointQuery & { origin: Origin }) =>
      (await stores.endpoints.list(query)).map((row) => endpointView(deps, row, origin)),
    get: (input: Named & { origin: Origin }) => getEndpoint(deps, input),
    update: (input: UpdateEndpoint) => updateEndpoint(deps, input),
    delete: (input: Named) => deleteEndpoint(deps, input),
    rotate: (input: RotateEndpoint) => rotateEndpoint(deps, input),
    endPreviousUrls: (input: Named) => endPreviousUrls(deps, input),
    activity: async (input: Parameters<typeof endpointActivity>[1]) =>
      (await endpointActivity(pool, input)).map(isoTimes),
    addSecret: (input: AddSecret) => addSecret(deps, input),
    removeSecret: (input: RemoveSecret) => removeSecret(deps, input),
  };
}

function deliveryCalls(deps: ManageDeps, door: TestDeliveryDeps['door']) {
  const { box, now, stores } = deps;
  const own = { box, now, endpoints: stores.endpoints, door, newDeliveryId: () => randomUUID() };
  return {
    test: (input: TestDelivery) => sendTestDelivery(own, input),
    sample: (input: TestDelivery) => signedSample(own, input),
  };
}

function requestCalls(pool: Pool) {
  const requests = new RequestStore(pool);
  const scopes = new EndpointScopes(pool);
  return {
    list: (filter: ListRequests<RequestFilter>) => listRequests({ requests, scopes }, filter),
    get: (input: Named) => getRequest({ requests }, input),
    body: (input: Named) => getRequestBody({ requests }, input),
    stats: (input: StatsQuery) =>
      getStats({ scopes, stats: (ids, window) => endpointStats(pool, ids, window) }, input),
  };
}

function runCalls(pool: Pool) {
  const deps = {
    runs: new RunStore(pool),
    source: new RunSource(pool),
    contexts: new RunContexts(pool),
  };
  return {
    list: (filter: RunFilter) => listRuns(deps, filter),
    get: (input: Named) => getRun(deps, input),
  };
}

function overviewCall(pool: Pool) {
  const scopes = new EndpointScopes(pool);
  const deps = {
    now: Date.now,
    store: new OverviewStore(pool),
    endpointIds: async (workspaceId: string) => (await scopes.endpointIds(workspaceId, {})) ?? [],
  };
  return (input: OverviewInput) => overview(deps, input);
}

function toolCalls(evaluator: Evaluator) {
  return {
    checkSignature: (input: Parameters<typeof checkSignature>[0]) =>
      checkSignature(input, Date.now() / 1000),
    evaluate: (input: EvaluateExpression) => evaluateExpression({ evaluator }, input),
  };
}
