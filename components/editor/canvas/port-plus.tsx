'use client';

import { Plus } from 'lucide-react';
import type { StepPort } from '#components/editor/graph/step-shape.ts';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { portLabel } from '#components/steps/step-words.ts';
import { useText } from '#components/text.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { GraphNode } from '#lib/core/graph/document.ts';

/** Beside an output that leads nowhere yet: asks what should follow. Keys add after the step itself. */
export function PortPlus({ node, port }: { node: GraphNode; port: StepPort }) {
  const text = useText();
  const store = useEditorStore();
  const shown = useEditor(
    ({ canDrag, graph }) =>
      canDrag && !graph.edges.some(({ from }) => from.node === node.id && from.port === port.id),
  );
  if (!shown) return null;
  const label = text('editor.step.addAfter', {
    name: node.name,
    port: portLabel(node, port.id, text),
  });
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      title={label}
      className="ed-port-plus nodrag"
      style={{ top: port.y - 12 }}
      onClick={(event) => {
        event.stopPropagation();
        const target = { kind: 'after' as const, nodeId: node.id, port: port.id };
        const { clientX: x, clientY: y } = event;
        store.getState().openMenu({ kind: 'add', target, x, y });
      }}
    >
      <Icon icon={Plus} size={12} />
    </button>
  );
}
