import { dedupeRule } from '#lib/core/request/dedupe-key.ts';
import type { DoorEndpoint, StoredEndpoint } from '#lib/core/request/door-endpoint.ts';
import { resolveEndpointConfig } from '#lib/core/request/endpoint-config.ts';
import { eventRule } from '#lib/core/request/identify-event.ts';
import { planFor } from '#lib/providers/registry.ts';
import { configuredAnswer } from './answers.ts';
import { IpList } from './ip-list.ts';

/**
 * Everything about an endpoint that can be worked out before a request comes. A configuration that
 * doesn't compile was refused when it was saved, so that is a bug and throws: an endpoint must never
 * be open because its lock could not be read.
 */
export function compileEndpoint(stored: StoredEndpoint): DoorEndpoint {
  const { parts, ...rest } = stored;
  const plan = planFor(parts.verification ?? { scheme: 'none' });
  if (!plan.ok) throw new Error(`Endpoint ${stored.id}: ${plan.error.detail}`);
  const config = resolveEndpointConfig(parts, plan.value);
  const dedupe = dedupeRule(config.dedupe.from);
  return {
    ...rest,
    config,
    answer: configuredAnswer(config.response),
    plan: plan.value,
    event: eventRule(plan.value.event, config.event),
    dedupe: dedupe.ok ? dedupe.value : { kind: 'off' },
    ipAllow: config.ipAllow.length > 0 ? new IpList(config.ipAllow) : null,
  };
}
