'use client';

import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useText } from '#components/text.tsx';
import { definitionOf } from '#lib/core/graph/node-type.ts';
import { topologyOf, upstreamOf } from '#lib/core/graph/topology.ts';
import type { Json } from '#lib/core/json.ts';
import { nodeDefinitions } from '#lib/nodes/definitions.ts';
import { useEditor } from '../store/editor-store.tsx';
import { useRecentRequests, useSampleScope } from './input/use-sample.ts';
import { RunStepButton } from './output/run-step-button.tsx';
import { StepPanel } from './step-panel.tsx';
import { useDockHeight } from './use-dock-height.ts';

export type DockProps = { saveNow(): Promise<boolean> };

/** The open step's settings, between what comes in and what came out. The panel's one tie to the store. */
export function Dock({ saveNow }: DockProps) {
  const text = useText();
  const openNodeId = useEditor((state) => state.openNodeId);
  const height = useDockHeight();
  if (openNodeId === null) return null;
  return (
    <section
      aria-label={text('panel.region')}
      style={{ height: height.css }}
      className="relative flex min-h-60 flex-col border-line border-t bg-surface max-sm:fixed max-sm:inset-0 max-sm:z-40 max-sm:h-auto!"
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
        className="absolute inset-x-0 -top-1 h-2 cursor-row-resize max-sm:hidden"
      />
      <OpenStep key={openNodeId} nodeId={openNodeId} saveNow={saveNow} />
    </section>
  );
}

function OpenStep({ nodeId, saveNow }: DockProps & { nodeId: string }) {
  const editor = useEditor(useShallow((state) => state));
  const { graph, steps, sampleRequestId } = editor;
  const node = graph.nodes.find(({ id }) => id === nodeId);
  const recent = useRecentRequests([...new Set(editor.endpoints.map(({ id }) => id))]);
  const sampleId = sampleRequestId ?? recent?.[0]?.id ?? null;
  const sample = useSampleScope(sampleId);
  const scope = useMemo((): Record<string, Json> => {
    const upstream = upstreamOf(topologyOf(graph), nodeId);
    const outputs = [...steps].filter(([id]) => upstream.has(id));
    return {
      ...(sample as Record<string, Json> | null),
      steps: Object.fromEntries(outputs.map(([id, { output }]) => [id, { output }])),
      ...(graph.vars && { vars: graph.vars }),
    };
  }, [graph, nodeId, steps, sample]);
  const definition = node && definitionOf(nodeDefinitions, node.type);
  if (!node || !definition) return null;
  return (
    <StepPanel
      {...{ node, scope, recent, sampleId }}
      typeLabel={definition.label}
      typeHelp={definition.help}
      problems={editor.problems.filter((problem) => problem.nodeId === nodeId)}
      canEdit={editor.canEdit}
      doors={editor.endpoints.filter((door) => door.nodeId === nodeId)}
      step={steps.get(nodeId)}
      onSample={editor.setSample}
      onChange={(settings, field) => editor.updateSettings(nodeId, settings, field)}
      onRename={(name) => editor.rename(nodeId, name)}
      onDelete={() => editor.apply({ kind: 'remove_nodes', ids: [nodeId] })}
      onClose={() => editor.openNode(null)}
      onSeal={editor.seal}
      runButton={
        <RunStepButton
          saveNow={saveNow}
          workflowId={editor.workflow.id}
          requestId={sampleId}
          hasEffects={graph.nodes.some(({ type }) => definitionOf(nodeDefinitions, type)?.effect)}
          onRun={(run) => editor.showRun(run, true)}
        />
      }
    />
  );
}
