import { z } from 'zod';
import type { NodeDefinition, NodeDefinitions } from '#lib/core/graph/node-type.ts';
import type { JsonObject } from '#lib/core/json.ts';

/** A node type as the API tells it; `settings` is JSON Schema 2020-12 of what may be sent. */
export type CatalogueEntry = Pick<
  NodeDefinition,
  'type' | 'kind' | 'label' | 'help' | 'icon' | 'effect' | 'defaults' | 'defaultAttempts'
> & {
  inputs: string[];
  /** Those of the defaults: some settings add ports. */
  outputs: string[];
  settings: JsonObject;
};

/** In the order of the registry. */
export function nodeCatalogue(definitions: NodeDefinitions): CatalogueEntry[] {
  return Object.values(definitions).map((definition) => {
    const { type, kind, label, help, icon, effect, defaults, defaultAttempts } = definition;
    return {
      ...{ type, kind, label, help, icon, effect, defaults, defaultAttempts },
      inputs: [...definition.inputs],
      outputs: [...definition.outputs(defaults)],
      settings: settingsSchema(definition),
    };
  });
}

/** What a schema checks by code has no JSON Schema; it is left open there. */
function settingsSchema(definition: NodeDefinition): JsonObject {
  const schema = z.toJSONSchema(definition.settings, { io: 'input', unrepresentable: 'any' });
  return JSON.parse(JSON.stringify(schema)) as JsonObject;
}
