import type { GraphNode } from '#lib/core/graph/document.ts';
import { isJsonObject } from '#lib/core/json.ts';
import type { Text } from '#lib/i18n/text.ts';
import type { NodeType } from '#lib/nodes/definitions.ts';

// Named here and not read off the definitions: pages that only show a run do without those.
const types = {
  webhook: true,
  filter: true,
  switch: true,
  set_fields: true,
  http_request: true,
  respond: true,
  delay: true,
  stop: true,
} satisfies Record<NodeType, true>;
const ports = ['out', 'match', 'otherwise', 'ok', 'error'] as const;

/** What a step's type is called; one that this release doesn't know goes by its own word. */
export function stepTypeName(type: string, text: Text): string {
  return isKnown(type) ? text(`node.${type}.label`) : type;
}

/** What a step of this type does, in one sentence. */
export function stepTypeHelp(type: string, text: Text): string {
  return isKnown(type) ? text(`node.${type}.help`) : '';
}

function isKnown(type: string): type is NodeType {
  return Object.hasOwn(types, type);
}

/** A switch's case goes by its name, all else by what the port is called. */
export function portLabel(
  { settings }: Pick<GraphNode, 'settings'>,
  port: string,
  text: Text,
): string {
  const cases = Array.isArray(settings.cases) ? settings.cases.filter(isJsonObject) : [];
  const one = cases.find(({ id }) => id === port);
  if (typeof one?.name === 'string' && one.name) return one.name;
  return portName(port, text);
}

export function portName(port: string, text: Text): string {
  const known = ports.find((one) => one === port);
  return known ? text(`port.${known}`) : port;
}
