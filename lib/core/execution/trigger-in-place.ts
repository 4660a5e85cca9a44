import type { GraphNode } from '#lib/core/graph/document.ts';
import { asksFor } from '#lib/core/graph/event-subscription.ts';
import type { CodedMessage } from './run.ts';

/** Which trigger a run starts at that lost its own, or how it ends for want of one. */
export type InPlace =
  | { nodeId: string }
  | { nodeId?: undefined; status: 'failed' | 'filtered'; error: CodedMessage };

export type LostTrigger = {
  /** Steps of the version that is to run. */
  nodes: ReadonlyMap<string, GraphNode>;
  /** Its triggers that listen to the request's endpoint and have no run of the request. */
  listening: readonly string[];
  eventType: string | null;
};

/** Its trigger listens no more: the first that listens in its place and asks for the event. */
export function triggerInPlace({ nodes, listening, eventType }: LostTrigger): InPlace {
  if (listening.length === 0) return { status: 'failed', error: triggerGone };
  const nodeId = listening.find((id) => asksFor(nodes.get(id), eventType));
  return nodeId === undefined ? { status: 'filtered', error: otherEvents } : { nodeId };
}

export const triggerGone: CodedMessage = {
  code: 'trigger_gone',
  message:
    'Its trigger no longer listens to this endpoint, and the version has no other that could take its place. Publish one that listens, then replay the request.',
};

const otherEvents: CodedMessage = {
  code: 'event_not_asked_for',
  message: 'The trigger that listens in place of its own does not ask for this event.',
};
