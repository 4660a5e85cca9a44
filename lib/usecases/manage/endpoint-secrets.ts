import { problem } from '#lib/core/errors.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { secretProblem } from '#lib/providers/secret-rules.ts';
import type { ManageDeps } from './deps.ts';
import { sealSecret } from './endpoint-parts.ts';
import { type SecretView, secretView } from './endpoint-view.ts';
import { noEndpoint } from './manage-endpoint.ts';

const maxSecrets = 20;

export type AddSecret = {
  workspaceId: string;
  endpointId: string;
  value: string;
  expiresAt: Date | null;
};

/** One more secret that verifies, beside those there are: how a secret is changed without a gap. */
export function addSecret(deps: ManageDeps, input: AddSecret): Promise<Result<SecretView>> {
  const { workspaceId, endpointId, value, expiresAt } = input;
  return deps.transact(async ({ endpoints, endpointsChanged }) => {
    const endpoint = await endpoints.lock(workspaceId, endpointId);
    if (!endpoint) return err(noEndpoint);
    const unfit = secretProblem(endpoint.parts.verification?.scheme ?? 'none', value);
    if (unfit) return err(problem('invalid_value', unfit, [{ field: 'value', message: unfit }]));
    if (endpoint.secrets.length >= maxSecrets) {
      return err(
        problem('invalid_value', `An endpoint has up to ${maxSecrets} secrets. Remove one first.`),
      );
    }
    const [added] = await endpoints.addSecrets(endpointId, [sealSecret(deps, value, expiresAt)]);
    if (!added) throw new Error('A secret vanished in the statement that made it.');
    await endpointsChanged([endpointId]);
    return ok(secretView(added));
  });
}

export type RemoveSecret = { workspaceId: string; endpointId: string; secretId: string };

/** From the commit on it verifies nothing. */
export function removeSecret(deps: ManageDeps, input: RemoveSecret): Promise<Result<null>> {
  const { workspaceId, endpointId, secretId } = input;
  return deps.transact(async ({ endpoints, endpointsChanged }) => {
    if (!(await endpoints.lock(workspaceId, endpointId))) return err(noEndpoint);
    const removed = await endpoints.removeSecrets(endpointId, [secretId]);
    if (removed === 0) return err(problem('not_found', 'There is no such secret.'));
    await endpointsChanged([endpointId]);
    return ok(null);
  });
}
