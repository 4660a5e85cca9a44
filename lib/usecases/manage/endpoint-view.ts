import type { EndpointConfig, EndpointParts } from '#lib/core/request/endpoint-config.ts';
import { resolveEndpointConfig } from '#lib/core/request/endpoint-config.ts';
import type { EndpointRecord, SecretHint } from '#lib/core/request/endpoint-record.ts';
import { planFor } from '#lib/providers/registry.ts';
import type { ManageDeps, Origin } from './deps.ts';
import { webhookUrl } from './mint-endpoint.ts';

export type SecretView = { id: string; hint: string; createdAt: string; expiresAt: string | null };
export type EndpointView = Omit<EndpointConfig, 'verification' | 'methods' | 'ipAllow'> & {
  id: string;
  name: string;
  url: string;
  urlReachable: Origin['reachable'];
  previousUrls: { ending: string; expiresAt: string }[];
  revision: number;
  expiresAt: string | null;
  createdAt: string;
  metadata: EndpointRecord['metadata'];
  triggers: EndpointRecord['triggers'];
  methods: string[];
  ipAllow: string[];
  verification: EndpointConfig['verification'] & { secrets: SecretView[] };
};

/** The whole endpoint: every default spelled out, secrets as hints. */
export function endpointView(
  deps: Pick<ManageDeps, 'box'>,
  endpoint: EndpointRecord,
  origin: Origin,
): EndpointView {
  const { verification, methods, ipAllow, ...config } = effectiveConfig(endpoint.parts);
  return {
    id: endpoint.id,
    name: endpoint.name,
    url: webhookUrl(deps, origin, endpoint),
    urlReachable: origin.reachable,
    previousUrls: endpoint.previousTokens.map(({ sealed, expiresAt }) => ({
      ending: webhookUrl(deps, origin, { id: endpoint.id, sealedToken: sealed }).slice(-4),
      expiresAt: expiresAt.toISOString(),
    })),
    revision: endpoint.revision,
    expiresAt: endpoint.expiresAt?.toISOString() ?? null,
    createdAt: endpoint.createdAt.toISOString(),
    metadata: endpoint.metadata,
    triggers: endpoint.triggers,
    ...config,
    methods: [...methods],
    ipAllow: [...ipAllow],
    verification: { ...verification, secrets: endpoint.secrets.map(secretView) },
  };
}

export function secretView(secret: SecretHint): SecretView {
  return {
    id: secret.id,
    hint: secret.hint,
    createdAt: secret.createdAt.toISOString(),
    expiresAt: secret.expiresAt?.toISOString() ?? null,
  };
}

/** A stored scheme may be gone from a newer release: then nothing is known of its ids. */
function effectiveConfig(parts: EndpointParts): EndpointConfig {
  const plan = planFor(parts.verification ?? { scheme: 'none' });
  return resolveEndpointConfig(parts, { hasConfirmedId: plan.ok && plan.value.hasConfirmedId });
}
