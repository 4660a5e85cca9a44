import { type Problem, problem } from '#lib/core/errors.ts';
import { listenersOf, webhookNodes } from '#lib/core/graph/live-trigger.ts';
import type { JsonObject } from '#lib/core/json.ts';
import type { NewEndpoint } from '#lib/core/request/endpoint-record.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { ManageDeps, Origin, Transaction } from './deps.ts';
import { checkParts, type GivenParts, mergeParts, sealSecret } from './endpoint-parts.ts';
import { type EndpointView, endpointView } from './endpoint-view.ts';
import { mintEndpoint } from './mint-endpoint.ts';

type Trigger = { workflowId: string; nodeId: string };
export type CreateEndpoint = {
  workspaceId: string;
  origin: Origin;
  name: string;
  trigger?: Trigger | undefined;
  expiresAt?: Date | null | undefined;
  metadata?: JsonObject | undefined;
  parts: GivenParts;
};

/**
 * Mints an endpoint at run time. Bound to a trigger, requests run at once where that trigger is live;
 * else from when it is. Fails with `invalid_value`.
 */
export async function createEndpoint(
  deps: ManageDeps,
  input: CreateEndpoint,
): Promise<Result<EndpointView>> {
  const checked = await checkParts(deps, input.parts);
  if (!checked.ok) return checked;
  const { workspaceId, name, trigger, expiresAt = null, metadata = {}, origin } = input;
  const secrets = input.parts.verification?.secrets ?? [];
  const kept = secrets.findIndex((secret) => typeof secret !== 'string');
  if (kept >= 0)
    return err(
      invalid(
        `verification.secrets.${kept}`,
        'A new endpoint has no secret to keep: give its text.',
      ),
    );
  const endpoint = mintEndpoint(deps, {
    workspaceId,
    name,
    expiresAt,
    metadata,
    parts: mergeParts({}, input.parts),
    secrets: secrets
      .filter((secret) => typeof secret === 'string')
      .map((secret) => sealSecret(deps, secret, null)),
  });
  return deps.transact(async (transaction) => {
    const bound = trigger
      ? await insertBound(deps, transaction, { endpoint, trigger })
      : await insertAlone(transaction, endpoint);
    if (!bound.ok) return bound;
    const record = await transaction.endpoints.find(workspaceId, endpoint.id);
    if (!record) throw new Error('An endpoint vanished in the transaction that made it.');
    return ok(endpointView(deps, record, origin));
  });
}

async function insertAlone(transaction: Transaction, endpoint: NewEndpoint): Promise<Result<null>> {
  await transaction.endpoints.insert([endpoint]);
  return ok(null);
}

async function insertBound(
  deps: ManageDeps,
  transaction: Transaction,
  input: { endpoint: NewEndpoint; trigger: Trigger },
): Promise<Result<null>> {
  const { endpoint, trigger } = input;
  const { workflows, endpoints, triggers } = transaction;
  // Locked: a publish at the same moment must see this binding, or this must see what it published.
  const workflow = await workflows.lock(endpoint.workspaceId, trigger.workflowId);
  if (!workflow) {
    return err(invalid('trigger.workflowId', 'There is no such workflow in this workspace.'));
  }
  const { liveVersion } = workflow;
  const live = liveVersion === null ? undefined : await workflows.version(workflow.id, liveVersion);
  const graphs = [workflow.graph, ...(live ? [live.graph] : [])];
  if (!graphs.some((graph) => webhookNodes(graph).some(({ id }) => id === trigger.nodeId))) {
    return err(
      invalid(
        'trigger.nodeId',
        `“${workflow.name}” has no webhook trigger with the id ${trigger.nodeId}.`,
      ),
    );
  }
  await endpoints.insert([endpoint]);
  const binding = { endpointId: endpoint.id, nodeId: trigger.nodeId };
  await triggers.bind(workflow.id, binding);
  if (live) {
    const listeners = listenersOf(live.graph, [binding], deps.definitions);
    await triggers.addLive(
      workflow.id,
      listeners.filter(({ endpointId }) => endpointId === endpoint.id),
    );
  }
  return ok(null);
}

function invalid(field: string, message: string): Problem {
  return problem('invalid_value', message, [{ field, message }]);
}
