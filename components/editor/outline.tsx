'use client';

import { portLabel, stepTypeName } from '#components/steps/step-words.ts';
import { useText } from '#components/text.tsx';
import { stepOrder } from './canvas/flow-elements.ts';
import { useEditor } from './store/editor-store.tsx';

/** The graph as a list, for who can't see the canvas: each step with those it leads to. */
export function Outline() {
  const text = useText();
  const graph = useEditor((state) => state.graph);
  const problems = useEditor((state) => state.problems);
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  return (
    <nav className="sr-only" aria-label={text('editor.outline')}>
      <ol>
        {stepOrder(graph).map((id) => {
          const node = nodes.get(id);
          const next = graph.edges
            .filter(({ from }) => from.node === id)
            .map(({ from, to }) => {
              const port = node ? portLabel(node, from.port, text) : from.port;
              return `${port} → ${nodes.get(to.node)?.name ?? to.node}`;
            });
          const wrong = problems
            .filter(({ nodeId }) => nodeId === id)
            .map(({ message }) => message);
          const type = stepTypeName(node?.type ?? '', text);
          return <li key={id}>{[node?.name, type, ...next, ...wrong].join('. ')}</li>;
        })}
      </ol>
    </nav>
  );
}
