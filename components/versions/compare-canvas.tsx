'use client';

import 'reactflow/dist/base.css';
import '#components/editor/editor.css';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import {
  type Edge,
  type Node,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useViewport,
} from 'reactflow';
import { flowEdges, flowNodes } from '#components/editor/canvas/flow-elements.ts';
import { stepShape, stepWidth, wiredErrorPorts } from '#components/editor/graph/step-shape.ts';
import { useText } from '#components/text.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { CompareCard, type CompareCardData } from './compare-card.tsx';
import { CompareWire } from './compare-wire.tsx';
import type { UnionGraph } from './union-graph.ts';

const nodeTypes = { compare: CompareCard };
const edgeTypes = { compare: CompareWire };
const none: ReadonlySet<string> = new Set();
const fit = { maxZoom: 1, padding: 0.15 };
const panMs = 190;

export type CompareCanvasProps = {
  union: UnionGraph;
  /** The step whose change is pointed at: the canvas moves to it. */
  focused: string | null;
  onFocus: (id: string) => void;
};

/** Two versions as one picture, to look at only. */
export function CompareCanvas(props: CompareCanvasProps) {
  return (
    <ReactFlowProvider>
      <Picture {...props} />
    </ReactFlowProvider>
  );
}

function Picture({ union, focused, onFocus }: CompareCanvasProps) {
  const text = useText();
  const { nodes, edges } = useElements(union, focused);
  const { setCenter, getZoom } = useReactFlow();
  useEffect(() => {
    const at = union.graph.nodes.find(({ id }) => id === focused)?.position;
    if (!at) return;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const zoom = Math.max(getZoom(), 0.6);
    void setCenter(at.x + stepWidth / 2, at.y + 40, { zoom, duration: still ? 0 : panMs });
  }, [union, focused, setCenter, getZoom]);
  return (
    <section aria-label={text('editor.canvas')} className="absolute inset-0">
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        onNodeClick={(_, node) => onFocus(node.id)}
        onlyRenderVisibleElements
        zoomOnDoubleClick={false}
        minZoom={0.1}
        maxZoom={2}
        fitView
        fitViewOptions={fit}
      />
      <Zoom />
    </section>
  );
}

function Zoom() {
  const text = useText();
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const { zoom } = useViewport();
  return (
    <div className="ed-pop absolute bottom-3 left-3 z-5 flex items-center px-0.5">
      <IconButton icon={Minus} label={text('editor.zoom.out')} onClick={() => void zoomOut()} />
      <span className="w-11 text-center text-meta text-text-2 tabular-nums">
        {Math.round(zoom * 100)} %
      </span>
      <IconButton icon={Plus} label={text('editor.zoom.in')} onClick={() => void zoomIn()} />
      <IconButton
        icon={Maximize}
        label={text('editor.zoom.fit')}
        onClick={() => void fitView(fit)}
      />
    </div>
  );
}

function useElements({ graph, steps, wires }: UnionGraph, focused: string | null) {
  const text = useText();
  const bare = useMemo(() => {
    const state = { graph, selection: none, errorPorts: none, canDrag: false, hasFoot: true };
    return flowNodes(state, text);
  }, [graph, text]);
  const nodes = useMemo(() => {
    const byId = new Map(graph.nodes.map((node) => [node.id, node]));
    const errors = wiredErrorPorts(graph);
    return bare.flatMap((node): Node<CompareCardData>[] => {
      const step = byId.get(node.id);
      if (!step) return [];
      const mark = steps.get(node.id) ?? 'same';
      const shape = stepShape(step, { showError: errors.has(node.id), hasFoot: true });
      const data = { step, mark, shape, focused: focused === node.id };
      return [{ ...node, type: 'compare', data }];
    });
  }, [bare, graph, steps, focused]);
  const edges = useMemo(() => {
    // A port that a switch no longer has can't be drawn from.
    const ports = new Set(
      bare.flatMap(({ id, handles = [] }) => handles.map((handle) => `${id} ${handle.id}`)),
    );
    return flowEdges({ graph, selectedEdges: none }, text)
      .filter(({ source, sourceHandle }) => ports.has(`${source} ${sourceHandle}`))
      .map((edge): Edge => {
        return { ...edge, type: 'compare', data: { mark: wires.get(edge.id) ?? 'same' } };
      });
  }, [bare, graph, wires, text]);
  return { nodes, edges };
}
