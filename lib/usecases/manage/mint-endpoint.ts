import type { NewEndpoint, SealedToken } from '#lib/core/request/endpoint-record.ts';
import type { ManageDeps, Origin } from './deps.ts';

export function mintToken(
  deps: Pick<ManageDeps, 'box' | 'newToken'>,
  endpointId: string,
): SealedToken & { token: string } {
  const token = deps.newToken();
  return {
    token,
    hash: deps.box.tokenHash(token),
    sealed: deps.box.seal(token, { table: 'endpoint_token', id: endpointId }),
  };
}

/** A new endpoint with a token of its own; nothing configured but what is given. */
export function mintEndpoint(
  deps: Pick<ManageDeps, 'box' | 'newToken' | 'newId'>,
  endpoint: Pick<NewEndpoint, 'workspaceId' | 'name'> & Partial<NewEndpoint>,
): NewEndpoint {
  const id = deps.newId();
  const { hash, sealed } = mintToken(deps, id);
  return {
    parts: {},
    metadata: {},
    expiresAt: null,
    secrets: [],
    minted: null,
    ...endpoint,
    id,
    token: { hash, sealed },
  };
}

export function webhookUrl(
  deps: Pick<ManageDeps, 'box'>,
  origin: Origin,
  endpoint: { id: string; sealedToken: string },
): string {
  const { id, sealedToken } = endpoint;
  return `${origin.url}/hooks/${deps.box.open(sealedToken, { table: 'endpoint_token', id })}`;
}
