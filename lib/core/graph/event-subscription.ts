import type { GraphNode } from './document.ts';

/**
 * True where a trigger that listens to these events takes this one. No events: all. A subscription
 * matches by its dot segments from the left (`issues` takes `issues.opened`), `*` stands for one
 * segment. A request without an event type matches only where nothing is asked for.
 */
export function takesEvent(subscriptions: readonly string[], eventType: string | null): boolean {
  if (subscriptions.length === 0) return true;
  if (eventType === null) return false;
  const event = eventType.split('.');
  return subscriptions.some((subscription) => leads(subscription.split('.'), event));
}

/** Whether a trigger asks for this event, or for all. */
export function asksFor(trigger: GraphNode | undefined, eventType: string | null): boolean {
  const events = trigger?.settings.events;
  if (!Array.isArray(events)) return true;
  const named = events.filter((event) => typeof event === 'string' && event !== '');
  return takesEvent(named as string[], eventType);
}

function leads(pattern: readonly string[], event: readonly string[]): boolean {
  if (pattern.length > event.length) return false;
  return pattern.every((segment, index) => segment === '*' || segment === event[index]);
}
