import type { EndpointParts } from '#lib/core/request/endpoint-config.ts';
import { resolveEndpointConfig } from '#lib/core/request/endpoint-config.ts';
import { eventRule, identifyEvent } from '#lib/core/request/identify-event.ts';
import { planFor } from '#lib/providers/registry.ts';
import type { IdentifyEvent } from './replay-request.ts';

const nothingSet: EndpointParts = {};

/** The event of a request that the door did not see: by the configuration its endpoint has now. */
export function identifyAgain(
  partsOf: (endpointId: string) => Promise<EndpointParts | undefined>,
): IdentifyEvent {
  return async (endpointId, request) => {
    const parts = (await partsOf(endpointId)) ?? nothingSet;
    const plan = planFor(parts.verification ?? { scheme: 'none' });
    const hasConfirmedId = plan.ok && plan.value.hasConfirmedId;
    const config = resolveEndpointConfig(parts, { hasConfirmedId });
    const rule = eventRule(plan.ok ? plan.value.event : null, config.event);
    return identifyEvent(rule, { headers: request.headers }, request.parsed);
  };
}
