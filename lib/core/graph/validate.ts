import type { FieldProblem } from '#lib/core/errors.ts';
import type { GraphDocument, GraphNode } from './document.ts';
import { definitionOf, type NodeDefinition, type NodeDefinitions } from './node-type.ts';
import { type GraphProblem, graphError, graphWarning } from './problem.ts';
import { referenceProblems } from './reference-problems.ts';
import { settingsProblems } from './settings-problems.ts';
import { structureProblems } from './structure-problems.ts';
import { isTrigger, reachableFrom, type Topology, topologyOf, upstreamOf } from './topology.ts';

/**
 * Everything wrong with a graph, in document order: what a draft shows beside its steps. With
 * `forPublish` only what keeps it from going live. Empty means it can be published.
 */
export function graphProblems(
  graph: GraphDocument,
  definitions: NodeDefinitions,
  options: { forPublish: boolean },
): GraphProblem[] {
  const topology = topologyOf(graph);
  const problems = [
    ...triggerProblems(graph, topology, definitions),
    ...structureProblems(graph, topology, definitions),
    ...graph.nodes.flatMap((node) => nodeProblems(node, topology, definitions)),
    ...answerProblems(graph, topology, definitions),
  ];
  return options.forPublish ? problems.filter(({ severity }) => severity === 'error') : problems;
}

function triggerProblems(
  graph: GraphDocument,
  topology: Topology,
  definitions: NodeDefinitions,
): GraphProblem[] {
  const triggers = graph.nodes.filter((node) => isTrigger(node, definitions));
  if (!triggers.some((node) => !node.disabled)) {
    const message =
      triggers.length === 0
        ? 'Add a trigger: nothing starts this workflow.'
        : 'Every trigger is disabled. Enable one, so that something starts this workflow.';
    return [graphError({ field: 'nodes', message })];
  }
  const reached = new Set(triggers.flatMap(({ id }) => [id, ...reachableFrom(topology, id)]));
  const idle = triggers
    .filter(({ id }) => !topology.outgoing.has(id))
    .map(({ id, name }) => graphWarning({ nodeId: id, message: `Nothing follows “${name}” yet.` }));
  const stray = graph.nodes
    .filter(({ id }) => !reached.has(id))
    .map(({ id, name }) =>
      graphWarning({ nodeId: id, message: `No trigger leads to “${name}”, so it never runs.` }),
    );
  return [...idle, ...stray];
}

/** Settings of a disabled step may be half done: it does nothing but pass on. */
function nodeProblems(
  node: GraphNode,
  topology: Topology,
  definitions: NodeDefinitions,
): GraphProblem[] {
  const definition = definitionOf(definitions, node.type);
  if (!definition) {
    const message = `“${node.name}” is of a type that doesn't exist here: ${node.type}.`;
    return [graphError({ nodeId: node.id, field: 'type', message })];
  }
  if (node.disabled) return [];
  return enabledProblems(node, definition, topology).map((found) =>
    graphError({ nodeId: node.id, ...found }),
  );
}

function enabledProblems(
  node: GraphNode,
  definition: NodeDefinition,
  topology: Topology,
): FieldProblem[] {
  return [...settingsProblems(node, definition), ...referenceProblems(node, topology)];
}

/** The first answer counts, so a second one on the same way never reaches the sender. */
function answerProblems(
  graph: GraphDocument,
  topology: Topology,
  definitions: NodeDefinitions,
): GraphProblem[] {
  const answering = graph.nodes.filter(
    (node) => !node.disabled && definitionOf(definitions, node.type)?.answersSender,
  );
  if (answering.length < 2) return [];
  return answering.flatMap((node) => {
    const upstream = upstreamOf(topology, node.id);
    const earlier = answering.find(({ id }) => id !== node.id && upstream.has(id));
    if (!earlier) return [];
    const message = `“${earlier.name}” may have answered the sender by then; this answer is lost if so.`;
    return [graphWarning({ nodeId: node.id, message })];
  });
}
