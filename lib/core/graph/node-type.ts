import type { z } from 'zod';
import type { FieldProblem } from '#lib/core/errors.ts';
import type { JsonObject } from '#lib/core/json.ts';

export type NodeKind = 'trigger' | 'filter' | 'action';

/** What a node type is, as far as the browser needs it. Server behaviour lives in its `run.ts`. */
export type NodeDefinition<S = unknown> = {
  type: string;
  kind: NodeKind;
  label: string;
  /** One sentence for the palette. */
  help: string;
  /** A lucide icon's name. */
  icon: string;
  /** Settings, parsed when a graph is saved and again before a run. */
  settings: z.ZodType<S>;
  /** What a freshly dropped node holds. Need not be publishable. */
  defaults: JsonObject;
  inputs: readonly string[];
  /** Fixed, or read off the settings as they stand, valid or not (one port per case of a switch). */
  outputs: (settings: JsonObject) => readonly string[];
  /** True where running it changes something outside: such a step is an effect, committed before the next. */
  effect: boolean;
  /** Attempts of a step that fails in a way that can pass. 1 where retrying makes no sense. */
  defaultAttempts: number;
  /** True where it answers the sender who waits at the door. */
  answersSender?: boolean;
  /**
   * Problems the schema can't say: a pattern RE2 refuses, a header that must not be set. Templates
   * anywhere in the settings are checked without it. A method, so that definitions of different
   * settings fit one registry.
   */
  check?(settings: S): FieldProblem[];
};

/** Looked up by a graph's own words, so only own members count. */
export type NodeDefinitions = Readonly<Record<string, NodeDefinition>>;

export function definitionOf(
  definitions: NodeDefinitions,
  type: string,
): NodeDefinition | undefined {
  return Object.hasOwn(definitions, type) ? definitions[type] : undefined;
}

export function defineNode<S>(definition: NodeDefinition<S>): NodeDefinition<S> {
  return definition;
}
