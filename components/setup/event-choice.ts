import type { GraphDocument } from '#lib/core/graph/document.ts';
import { isJsonObject } from '#lib/core/json.ts';
import { eventMatches } from '#lib/core/request/identify-event.ts';
import { type SetupGraph, withEvents } from './setup-graph.ts';

/** Which events start the workflow, as the set-up asks for it. */
export type EventChoice = {
  /** Ticked: only these. Empty: every event. */
  only: readonly string[];
  /** What ticking it again stands for; empty where there is nothing to choose. */
  offered: readonly string[];
  /** Whether the sample starts it. */
  takesSample: boolean;
};

/** As the webhook step takes them: words joined by single dots. */
const eventName = /^[^.]+(\.[^.]+)*$/;

type Known = {
  graph: SetupGraph;
  /** The sample's own; null where the sender names none. */
  event: string | null;
  /** Somebody chose already which requests go on. */
  decided: boolean;
};

/** Before anybody decided, the sample's own event is what is meant. */
export function eventChoice({ graph, event, decided }: Known): EventChoice {
  const stored = storedEvents(graph);
  const own = event !== null && eventName.test(event) ? [event] : [];
  const only = stored ?? (decided ? [] : own);
  return {
    only,
    offered: only.length > 0 ? only : own,
    takesSample: only.length === 0 || only.some((one) => eventMatches(one, event)),
  };
}

/** What is shown as chosen is stored with the step that was built on it. */
export function withEventChoice(graph: GraphDocument, { only }: EventChoice): GraphDocument {
  return only.length > 0 ? withEvents(graph, only) : graph;
}

function storedEvents({ trigger }: SetupGraph): readonly string[] | null {
  const settings = trigger?.settings;
  if (!isJsonObject(settings) || !Array.isArray(settings.events)) return null;
  return settings.events.filter((event) => typeof event === 'string');
}
