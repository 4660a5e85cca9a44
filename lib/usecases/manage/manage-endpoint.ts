import { problem } from '#lib/core/errors.ts';
import type { JsonObject } from '#lib/core/json.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { EndpointTable, ManageDeps, Origin } from './deps.ts';
import {
  checkParts,
  type GivenParts,
  type GivenSecret,
  mergeParts,
  sealSecret,
} from './endpoint-parts.ts';
import { type EndpointView, endpointView } from './endpoint-view.ts';
import { mintToken } from './mint-endpoint.ts';

export const noEndpoint = problem('not_found', 'There is no such endpoint in this workspace.');

const changedMeanwhile = problem(
  'revision_conflict',
  'Somebody changed this endpoint meanwhile. Read it again, then save on top of that.',
);

type Named = { workspaceId: string; id: string };

export async function getEndpoint(
  deps: ManageDeps,
  input: Named & { origin: Origin },
): Promise<Result<EndpointView>> {
  const endpoint = await deps.stores.endpoints.find(input.workspaceId, input.id);
  return endpoint ? ok(endpointView(deps, endpoint, input.origin)) : err(noEndpoint);
}

export type UpdateEndpoint = Named & {
  origin: Origin;
  name?: string | undefined;
  expiresAt?: Date | null | undefined;
  metadata?: JsonObject | undefined;
  /** What the caller last saw. Absent: whatever is there is replaced. */
  baseRevision?: number | undefined;
  parts: GivenParts;
};

/**
 * Replaces each part that is named; without `secrets` those there are stay. In force with the commit:
 * on this node at once, on others as soon as they hear of it. Fails with `invalid_value`, and with
 * `revision_conflict` where somebody changed it since `baseRevision`.
 */
export async function updateEndpoint(
  deps: ManageDeps,
  input: UpdateEndpoint,
): Promise<Result<EndpointView>> {
  const { workspaceId, id, origin, name, expiresAt, metadata, baseRevision, parts } = input;
  const checked = await checkParts(deps, parts);
  if (!checked.ok) return checked;
  return deps.transact(async ({ endpoints, endpointsChanged }) => {
    const endpoint = await endpoints.lock(workspaceId, id);
    if (!endpoint) return err(noEndpoint);
    if ((baseRevision ?? endpoint.revision) !== endpoint.revision) return err(changedMeanwhile);
    await endpoints.change(id, {
      name,
      expiresAt,
      metadata,
      parts: mergeParts(endpoint.parts, parts),
    });
    const given = parts.verification?.secrets;
    if (given) {
      const present = endpoint.secrets.map((secret) => secret.id);
      const replaced = await replaceSecrets(deps, endpoints, { id, present, given });
      if (!replaced.ok) return replaced;
    }
    await endpointsChanged([id]);
    const changed = await endpoints.find(workspaceId, id);
    return changed ? ok(endpointView(deps, changed, origin)) : err(noEndpoint);
  });
}

async function replaceSecrets(
  deps: ManageDeps,
  endpoints: EndpointTable,
  input: { id: string; present: string[]; given: GivenSecret[] },
): Promise<Result<null>> {
  const { id, present, given } = input;
  const keep = new Set(given.flatMap((secret) => (typeof secret === 'string' ? [] : [secret.id])));
  const unknown = [...keep].find((secretId) => !present.includes(secretId));
  if (unknown) {
    const message = `This endpoint has no secret ${unknown} to keep: give its text.`;
    return err(problem('invalid_value', message, [{ field: 'verification.secrets', message }]));
  }
  await endpoints.removeSecrets(
    id,
    present.filter((secretId) => !keep.has(secretId)),
  );
  const fresh = given.filter((secret) => typeof secret === 'string');
  await endpoints.addSecrets(
    id,
    fresh.map((secret) => sealSecret(deps, secret, null)),
  );
  return ok(null);
}

/** Its URLs answer 410 from now on. Fails with `endpoint_in_use` while a live version listens to it. */
export function deleteEndpoint(deps: ManageDeps, input: Named): Promise<Result<null>> {
  const { workspaceId, id } = input;
  return deps.transact(async ({ endpoints, triggers, endpointsChanged }) => {
    if (!(await endpoints.lock(workspaceId, id))) return err(noEndpoint);
    const users = await triggers.liveWorkflowsOf(id);
    if (users.length > 0) {
      const names = users.slice(0, 5).map((name) => `“${name}”`);
      const detail = `It is live in ${names.join(', ')}. Publish without it, or delete the workflow first.`;
      return err(problem('endpoint_in_use', detail));
    }
    await endpoints.markDeleted(id);
    await endpointsChanged([id]);
    return ok(null);
  });
}

export type RotateEndpoint = Named & { origin: Origin; overlapSeconds: number };
export type Rotation = {
  url: string;
  urlReachable: Origin['reachable'];
  previous: { expiresAt: string };
};

/** A new URL; the one before works `overlapSeconds` longer, then answers 410. */
export function rotateEndpoint(deps: ManageDeps, input: RotateEndpoint): Promise<Result<Rotation>> {
  const { workspaceId, id, origin, overlapSeconds } = input;
  return deps.transact(async ({ endpoints, endpointsChanged }) => {
    if (!(await endpoints.lock(workspaceId, id))) return err(noEndpoint);
    const { token, hash, sealed } = mintToken(deps, id);
    const expiresAt = new Date(deps.now() + overlapSeconds * 1000);
    await endpoints.rotate(id, { hash, sealed }, expiresAt);
    await endpointsChanged([id]);
    return ok({
      url: `${origin.url}/hooks/${token}`,
      urlReachable: origin.reachable,
      previous: { expiresAt: expiresAt.toISOString() },
    });
  });
}

/** Whoever still calls a URL from before the last rotation is answered 410 from the commit on. */
export function endPreviousUrls(deps: ManageDeps, input: Named): Promise<Result<null>> {
  const { workspaceId, id } = input;
  return deps.transact(async ({ endpoints, endpointsChanged }) => {
    if (!(await endpoints.lock(workspaceId, id))) return err(noEndpoint);
    await endpoints.endPrevious(id);
    await endpointsChanged([id]);
    return ok(null);
  });
}
