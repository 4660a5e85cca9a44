import { type Problem, problem } from '#lib/core/errors.ts';
import type { EndpointRecord } from '#lib/core/request/endpoint-record.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { secretProblem } from '#lib/providers/secret-rules.ts';
import type { EndpointTable, ManageDeps } from './deps.ts';
import { sealSecret } from './endpoint-parts.ts';
import { type SecretView, secretView } from './endpoint-view.ts';
import { noEndpoint } from './manage-endpoint.ts';

const maxSecrets = 20;
const noSecret = problem('not_found', 'There is no such secret.');

export type AddSecret = {
  workspaceId: string;
  endpointId: string;
  value: string;
  expiresAt: Date | null;
  /** The secret that this one follows, and how much longer that one verifies. */
  replaces?: { id: string; overlapSeconds: number } | undefined;
};

/** One more secret that verifies, beside those there are: how a secret is changed without a gap. */
export function addSecret(deps: ManageDeps, input: AddSecret): Promise<Result<SecretView>> {
  const { workspaceId, endpointId, value, expiresAt, replaces } = input;
  return deps.transact(async ({ endpoints, endpointsChanged }) => {
    const endpoint = await endpoints.lock(workspaceId, endpointId);
    if (!endpoint) return err(noEndpoint);
    const refused = refusal(endpoint, input);
    if (refused) return err(refused);
    const [added] = await endpoints.addSecrets(endpointId, [sealSecret(deps, value, expiresAt)]);
    if (!added) throw new Error('A secret vanished in the statement that made it.');
    if (replaces) await endReplaced(deps, endpoints, { endpointId, ...replaces });
    await endpointsChanged([endpointId]);
    return ok(secretView(added));
  });
}

function refusal(endpoint: EndpointRecord, { value, replaces }: AddSecret): Problem | null {
  const unfit = secretProblem(endpoint.parts.verification?.scheme ?? 'none', value);
  if (unfit) return problem('invalid_value', unfit, [{ field: 'value', message: unfit }]);
  if (replaces && !endpoint.secrets.some(({ id }) => id === replaces.id)) return noSecret;
  if (endpoint.secrets.length < maxSecrets) return null;
  return problem('invalid_value', `An endpoint has up to ${maxSecrets} secrets. Remove one first.`);
}

/** Without an overlap nothing of it stays; an end that was set earlier already stays the earlier one. */
async function endReplaced(
  deps: Pick<ManageDeps, 'now'>,
  endpoints: EndpointTable,
  replaced: { endpointId: string; id: string; overlapSeconds: number },
): Promise<void> {
  const { endpointId, id, overlapSeconds } = replaced;
  if (overlapSeconds === 0) await endpoints.removeSecrets(endpointId, [id]);
  else await endpoints.endSecret(endpointId, id, new Date(deps.now() + overlapSeconds * 1000));
}

export type RemoveSecret = { workspaceId: string; endpointId: string; secretId: string };

/** From the commit on it verifies nothing. */
export function removeSecret(deps: ManageDeps, input: RemoveSecret): Promise<Result<null>> {
  const { workspaceId, endpointId, secretId } = input;
  return deps.transact(async ({ endpoints, endpointsChanged }) => {
    if (!(await endpoints.lock(workspaceId, endpointId))) return err(noEndpoint);
    const removed = await endpoints.removeSecrets(endpointId, [secretId]);
    if (removed === 0) return err(noSecret);
    await endpointsChanged([endpointId]);
    return ok(null);
  });
}
