import type { FieldProblem } from '#lib/core/errors.ts';
import type { Path } from '#lib/core/expression/path.ts';
import { parseTemplate, textsIn } from '#lib/core/expression/template.ts';
import type { GraphNode } from './document.ts';
import { type Topology, upstreamOf } from './topology.ts';

/** Templates that name a step whose output is never there when this one runs. */
export function referenceProblems(node: GraphNode, topology: Topology): FieldProblem[] {
  const references = [...stepReferences(node)];
  if (references.length === 0) return [];
  const upstream = upstreamOf(topology, node.id);
  return references.flatMap(({ field, path }) => {
    const message = referenceMessage(path, topology, upstream);
    return message === null ? [] : [{ field, message }];
  });
}

function* stepReferences(node: GraphNode): Generator<{ field: string; path: Path }> {
  for (const { path: field, text } of textsIn(node.settings)) {
    if (!text.includes('{{')) continue;
    const parsed = parseTemplate(text);
    if (!parsed.ok) continue;
    for (const part of parsed.value.parts) {
      if (typeof part !== 'string' && part[0] === 'steps') yield { field, path: part };
    }
  }
}

function referenceMessage(
  path: Path,
  topology: Topology,
  upstream: ReadonlySet<string>,
): string | null {
  const [, id, member] = path;
  if (id === undefined) return null;
  const step = topology.nodes.get(String(id));
  if (!step) return `There is no step with the id “${id}”.`;
  if (!upstream.has(step.id)) {
    return `“${step.name}” doesn't run before this step, so its output isn't there yet.`;
  }
  if (member === undefined || member === 'output') return null;
  return `Write {{steps.${id}.output.${member}}}: a step's values are in its output.`;
}
