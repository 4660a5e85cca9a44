import type { NodeDefinition } from '#lib/core/graph/node-type.ts';
import { delayNode } from './delay/definition.ts';
import { filterNode } from './filter/definition.ts';
import { httpRequestNode } from './http-request/definition.ts';
import { respondNode } from './respond/definition.ts';
import { setFieldsNode } from './set-fields/definition.ts';
import { stopNode } from './stop/definition.ts';
import { switchNode } from './switch/definition.ts';
import { webhookNode } from './webhook/definition.ts';

/** Every node type, safe in the browser, in the palette's order. A key is the type's name in a graph. */
export const nodeDefinitions = {
  webhook: webhookNode,
  filter: filterNode,
  switch: switchNode,
  set_fields: setFieldsNode,
  http_request: httpRequestNode,
  respond: respondNode,
  delay: delayNode,
  stop: stopNode,
} satisfies Record<string, NodeDefinition>;

export type NodeType = keyof typeof nodeDefinitions;
export type SettingsOf<T extends NodeType> =
  (typeof nodeDefinitions)[T] extends NodeDefinition<infer S> ? S : never;
