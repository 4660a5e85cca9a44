import type { GraphDocument, GraphEdge, PortRef } from './document.ts';
import { definitionOf, type NodeDefinitions } from './node-type.ts';
import { type GraphProblem, graphError } from './problem.ts';
import { orderSteps, outputPorts, reachableFrom, type Topology } from './topology.ts';

/** Ids that a plain object can't hold as a member of its own. */
const impossibleIds: ReadonlySet<string> = new Set(['__proto__']);

/** Ids that clash, wires that join nothing, wires drawn twice, cycles. */
export function structureProblems(
  graph: GraphDocument,
  topology: Topology,
  definitions: NodeDefinitions,
): GraphProblem[] {
  return [
    ...idProblems(graph),
    ...graph.edges.flatMap((edge) => edgeProblems(edge, topology, definitions)),
    ...doubledEdges(graph.edges, topology),
    ...cycles(topology),
  ];
}

function idProblems(graph: GraphDocument): GraphProblem[] {
  const steps = repeated(graph.nodes).map(({ id, name }) =>
    graphError({
      nodeId: id,
      field: 'id',
      message: `“${name}” has the id of another step: ${id}.`,
    }),
  );
  const reserved = graph.nodes
    .filter(({ id }) => impossibleIds.has(id))
    .map(({ id }) =>
      graphError({ nodeId: id, field: 'id', message: `A step can't be called ${id}.` }),
    );
  const wires = repeated(graph.edges).map(({ id, to }) =>
    graphError({ nodeId: to.node, field: `edges.${id}`, message: `Two wires have the id ${id}.` }),
  );
  return [...steps, ...reserved, ...wires];
}

function repeated<T extends { id: string }>(items: readonly T[]): T[] {
  const seen = new Set<string>();
  return items.filter(({ id }) => seen.size === seen.add(id).size);
}

/** A wire that joins nothing: a step or a port that isn't there, or a step nothing can lead to. */
export function edgeProblems(
  edge: GraphEdge,
  topology: Topology,
  definitions: NodeDefinitions,
): GraphProblem[] {
  const from = topology.nodes.get(edge.from.node);
  const to = topology.nodes.get(edge.to.node);
  const report = (nodeId: string, message: string) =>
    graphError({ nodeId, field: `edges.${edge.id}`, message });
  if (!from) return [report(edge.to.node, `A wire comes from a missing step: ${edge.from.node}.`)];
  if (!to) return [report(edge.from.node, `A wire leads to a missing step: ${edge.to.node}.`)];
  const problems: GraphProblem[] = [];
  const outputs = outputPorts(from, definitions);
  if (definitionOf(definitions, from.type) && !outputs.includes(edge.from.port)) {
    problems.push(report(from.id, missingPort(from.name, edge.from.port, outputs)));
  }
  const inputs = definitionOf(definitions, to.type)?.inputs;
  if (inputs?.length === 0) {
    problems.push(report(to.id, `“${to.name}” starts the workflow, so nothing can lead to it.`));
  } else if (inputs && !inputs.includes(edge.to.port)) {
    problems.push(report(to.id, missingPort(to.name, edge.to.port, inputs)));
  }
  return problems;
}

function missingPort(name: string, port: string, ports: readonly string[]): string {
  const known = ports.length === 0 ? 'It ends there.' : `It has ${ports.join(', ')}.`;
  return `“${name}” has no port “${port}”. ${known}`;
}

function doubledEdges(edges: readonly GraphEdge[], topology: Topology): GraphProblem[] {
  const seen = new Set<string>();
  return edges
    .filter((edge) => seen.size === seen.add(pairKey(edge.from, edge.to)).size)
    .map((edge) => {
      const name = topology.nodes.get(edge.from.node)?.name ?? edge.from.node;
      const message = `This wire from “${name}” is drawn twice. Remove one.`;
      return graphError({ nodeId: edge.to.node, field: `edges.${edge.id}`, message });
    });
}

export function pairKey(from: PortRef, to: PortRef): string {
  return JSON.stringify([from.node, from.port, to.node, to.port]);
}

/** One problem per knot of steps that lead to each other, at its first step. */
function cycles(topology: Topology): GraphProblem[] {
  const problems: GraphProblem[] = [];
  const told = new Set<string>();
  for (const id of orderSteps(topology).cyclic) {
    if (told.has(id)) continue;
    const after = reachableFrom(topology, id);
    if (!after.has(id)) continue;
    for (const other of after) if (reachableFrom(topology, other).has(id)) told.add(other);
    const name = topology.nodes.get(id)?.name ?? id;
    problems.push(graphError({ nodeId: id, field: 'edges', message: cycleMessage(name) }));
  }
  return problems;
}

export function cycleMessage(name: string): string {
  return `“${name}” can't lead back to itself. Use a delay and a new request instead.`;
}
