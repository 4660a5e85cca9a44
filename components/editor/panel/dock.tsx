'use client';

import { type KeyboardEvent, useMemo } from 'react';
import { useText } from '#components/text.tsx';
import { definitionOf } from '#lib/core/graph/node-type.ts';
import { topologyOf, upstreamOf } from '#lib/core/graph/topology.ts';
import type { Json } from '#lib/core/json.ts';
import { nodeDefinitions } from '#lib/nodes/definitions.ts';
import { removeSteps } from '../canvas/step-actions.ts';
import { useEditor, useEditorStore } from '../store/editor-store.tsx';
import { useAskedScope, useSample } from './input/use-sample.ts';
import { RunStepButton } from './output/run-step-button.tsx';
import { StepPanel } from './step-panel.tsx';
import { useDockHeight } from './use-dock-height.ts';

export type DockProps = { saveNow(): Promise<boolean> };

/** The open step's settings, between what comes in and what came out. The panel's one tie to the store. */
export function Dock({ saveNow }: DockProps) {
  const text = useText();
  const openNodeId = useEditor((state) => state.openNodeId);
  const height = useDockHeight();
  const store = useEditorStore();
  const onKeyDown = (event: KeyboardEvent) => {
    // Lists and questions that lie over the settings close themselves.
    const isOwn = event.currentTarget.contains(event.target as Node) && !event.defaultPrevented;
    if (event.key === 'Escape' && isOwn) store.getState().openNode(null);
  };
  if (openNodeId === null) return null;
  return (
    <section
      aria-label={text('panel.region')}
      data-editor-part="dock"
      data-step={openNodeId}
      onKeyDown={onKeyDown}
      style={{ height: height.css }}
      className="relative flex min-h-60 flex-none flex-col border-line-2 border-t bg-surface max-sm:fixed max-sm:inset-0 max-sm:z-40 max-sm:h-auto!"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a rule of HTML can't be dragged */}
      <div
        role="separator"
        aria-orientation="horizontal"
        aria-valuenow={height.value}
        aria-valuemin={240}
        tabIndex={0}
        {...height.handle}
        aria-label={text('panel.resize')}
        className="absolute inset-x-0 -top-1 z-5 flex h-2 cursor-row-resize justify-center max-sm:hidden"
      >
        <span aria-hidden="true" className="mt-0.5 h-1 w-9 rounded-full bg-line-2" />
      </div>
      <OpenStep key={openNodeId} nodeId={openNodeId} saveNow={saveNow} />
    </section>
  );
}

function OpenStep({ nodeId, saveNow }: DockProps & { nodeId: string }) {
  const text = useText();
  const store = useEditorStore();
  const node = useEditor(({ graph }) => graph.nodes.find(({ id }) => id === nodeId));
  const allProblems = useEditor((state) => state.problems);
  const doors = useEditor((state) => state.endpoints);
  const step = useEditor(({ steps }) => steps.get(nodeId));
  const canEdit = useEditor((state) => state.canEdit);
  const openField = useEditor((state) => state.openField);
  const { scope, asked } = useScope(nodeId);
  const definition = node && definitionOf(nodeDefinitions, node.type);
  const problems = useMemo(
    () => allProblems.filter((problem) => problem.nodeId === nodeId),
    [allProblems, nodeId],
  );
  if (!node || !definition) return null;
  const { updateSettings, rename, apply, openNode, seal, select } = store.getState();
  const remove = () => {
    select([nodeId]);
    removeSteps(store, text);
  };
  return (
    <StepPanel
      {...{ node, definition, problems, canEdit, scope, asked, step, openField }}
      doors={doors.filter((door) => door.nodeId === nodeId)}
      onEdit={(edit, key) => void apply(edit, key && `${nodeId} ${key}`)}
      onChange={(settings) => updateSettings(nodeId, settings)}
      onRename={(name) => rename(nodeId, name)}
      onDelete={remove}
      onClose={() => openNode(null)}
      onSeal={seal}
      runButton={<RunStepButton saveNow={saveNow} />}
    />
  );
}

/** What templates of this step can name: the sample, and what the steps before it gave. */
function useScope(nodeId: string) {
  const graph = useEditor((state) => state.graph);
  const steps = useEditor((state) => state.steps);
  const pins = useEditor((state) => state.pins);
  const asked = useAskedScope(useSample());
  const { value: sample } = asked;
  const scope = useMemo((): Record<string, Json> => {
    const upstream = upstreamOf(topologyOf(graph), nodeId);
    const ran = [...steps].map(([id, { output }]): [string, Json] => [id, output]);
    // What is pinned stays, whatever runs.
    const outputs = [...new Map([...ran, ...pins])].filter(([id]) => upstream.has(id));
    return {
      ...(sample as Record<string, Json> | undefined),
      steps: Object.fromEntries(outputs.map(([id, output]) => [id, { output }])),
      ...(graph.vars && { vars: graph.vars }),
    };
  }, [graph, nodeId, steps, pins, sample]);
  return { scope, asked };
}
