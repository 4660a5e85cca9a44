'use client';

import { CopyPlus, Eye, EyeOff, GitBranchPlus, Trash2 } from 'lucide-react';
import { memo } from 'react';
import { Handle, type NodeProps, Position } from 'reactflow';
import { type StepPort, stepShape } from '#components/editor/graph/step-shape.ts';
import { StepTile } from '#components/editor/step-tile.tsx';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { portLabel, stepTypeName } from '#components/steps/step-words.ts';
import { useText } from '#components/text.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Status } from '#components/ui/status.tsx';
import type { GraphNode } from '#lib/core/graph/document.ts';
import { useFarView } from './far-view.ts';
import { PortPlus } from './port-plus.tsx';
import { duplicateSteps, removeSteps } from './step-actions.ts';
import { type ShownStatus, type StepTone, stepStatus, stepTime } from './step-status.ts';

/** One step on the canvas. Each reads only its own part of the store. */
export const StepCard = memo(function StepCard({ id, selected }: NodeProps) {
  const node = useEditor((state) => state.graph.nodes.find((each) => each.id === id));
  const far = useFarView();
  if (!node) return null;
  return far ? (
    <FarCard node={node} selected={selected} />
  ) : (
    <Card node={node} selected={selected} />
  );
});

/** What can be seen from afar: the step's colour, and how a run stands at it. */
function FarCard({ node, selected }: { node: GraphNode; selected: boolean }) {
  const { look } = useRunLook(node, selected);
  return (
    <div className="ed-step h-full" data-look={look}>
      <div className="ed-head">
        <StepTile type={node.type} />
      </div>
    </div>
  );
}

function useRunLook(node: GraphNode, selected: boolean) {
  const text = useText();
  const run = useEditor((state) => state.run);
  const step = useEditor((state) => state.steps.get(node.id));
  const status = run && stepStatus(node, { run, step }, text);
  const dim = node.disabled === true || (run !== null && !step);
  return { status, step, look: cardLook({ selected, dim, tone: status?.tone }) };
}

function Card({ node, selected }: { node: GraphNode; selected: boolean }) {
  const text = useText();
  const { id } = node;
  const showError = useEditor(
    (state) =>
      state.errorPorts.has(id) ||
      state.graph.edges.some(({ from }) => from.node === id && from.port === 'error'),
  );
  const { status, step, look } = useRunLook(node, selected);
  const problem = useEditor((state) => state.problems.find(({ nodeId }) => nodeId === id)?.message);
  const { hasInput, ports, hasRows } = stepShape(node, { showError, hasFoot: false });
  return (
    <div className="ed-step" data-look={look}>
      <div className="ed-head">
        <StepTile type={node.type} />
        <div className="min-w-0 flex-1">
          <StepName node={node} />
          <StepKind node={node} />
        </div>
      </div>
      {hasRows && <PortRows node={node} ports={ports} />}
      {hasInput && <Handle type="target" id="in" position={Position.Left} style={{ top: 23 }} />}
      {ports.map((port) => (
        <Handle
          key={port.id}
          type="source"
          id={port.id}
          position={Position.Right}
          style={{ top: port.y }}
        />
      ))}
      {ports.map((port) => (
        <PortPlus key={port.id} node={node} port={port} />
      ))}
      {status && (
        <div className="ed-foot">
          <FootStatus {...status} />
          <span className="text-micro text-text-3 tabular-nums">
            {stepTime(step?.ms ?? null, text)}
          </span>
        </div>
      )}
      {problem && (
        <div className="ed-badge" title={problem}>
          {problem}
        </div>
      )}
      {selected && <StepToolbar node={node} canShowError={!showError && ports[0]?.id === 'ok'} />}
    </div>
  );
}

function StepKind({ node }: { node: GraphNode }) {
  const text = useText();
  const label = stepTypeName(node.type, text);
  return (
    <div className="truncate text-micro text-text-3">
      {node.disabled ? `${label} · ${text('editor.step.disabled')}` : label}
    </div>
  );
}

function cardLook(is: { selected: boolean; dim: boolean; tone: StepTone | undefined }): string {
  const words = [is.selected && 'selected', is.dim && 'dim', is.tone && lookOf[is.tone]];
  return words.filter(Boolean).join(' ');
}

const lookOf = { good: '', bad: 'bad', wait: '', live: 'run', idle: '' };

function PortRows({ node, ports }: { node: GraphNode; ports: readonly StepPort[] }) {
  const text = useText();
  return (
    <div className="pb-0.5">
      {ports.map((port) => (
        <div key={port.id} className="ed-port">
          {portLabel(node, port.id, text)}
        </div>
      ))}
    </div>
  );
}

function FootStatus({ tone, icon, word }: ShownStatus) {
  return (
    <span className="min-w-0 truncate">
      <Status tone={tone} icon={icon} spin={tone === 'live'}>
        {word}
      </Status>
    </span>
  );
}

/** The name, or the field that changes it. */
function StepName({ node }: { node: GraphNode }) {
  const text = useText();
  const store = useEditorStore();
  const renaming = useEditor((state) => state.renamingId === node.id);
  if (!renaming) return <div className="ed-name">{node.name}</div>;
  const finish = (name: string) => {
    const wanted = name.trim();
    if (wanted && wanted !== node.name) store.getState().rename(node.id, wanted.slice(0, 200));
    store.getState().seal();
    store.getState().startRenaming(null);
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: The person has just asked to type here.
      autoFocus
      aria-label={text('editor.step.rename')}
      className="nodrag h-[18px] w-full rounded-xs bg-input font-semibold outline-none inset-ring inset-ring-focus"
      defaultValue={node.name}
      maxLength={200}
      onFocus={(event) => event.target.select()}
      onBlur={(event) => finish(event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish(event.currentTarget.value);
        if (event.key === 'Escape') finish(node.name);
      }}
    />
  );
}

/** Every button here has a key of its own, so the keyboard's way along the wires skips them. */
function StepToolbar({ node, canShowError }: { node: GraphNode; canShowError: boolean }) {
  const text = useText();
  const store = useEditorStore();
  const canDrag = useEditor((state) => state.canDrag && state.selection.size === 1);
  if (!canDrag) return null;
  const { apply, showErrorPort } = store.getState();
  const disabled = node.disabled === true;
  const actions = [
    canShowError && {
      icon: GitBranchPlus,
      label: text('editor.step.errorPath'),
      act: () => showErrorPort(node.id),
    },
    {
      icon: CopyPlus,
      label: text('editor.step.duplicate'),
      act: () => duplicateSteps(store, [node.id]),
    },
    {
      icon: disabled ? Eye : EyeOff,
      label: text(disabled ? 'editor.step.enable' : 'editor.step.disable'),
      act: () => void apply({ kind: 'set_disabled', id: node.id, disabled: !disabled }),
    },
    { icon: Trash2, label: text('editor.step.delete'), act: () => removeSteps(store, text) },
  ].filter((action) => action !== false);
  return (
    <div className="ed-pop ed-toolbar nodrag">
      {actions.map(({ icon, label, act }) => (
        <button
          key={label}
          type="button"
          tabIndex={-1}
          aria-label={label}
          title={label}
          onClick={(event) => {
            event.stopPropagation();
            act();
          }}
        >
          <Icon icon={icon} size={14} />
        </button>
      ))}
    </div>
  );
}
