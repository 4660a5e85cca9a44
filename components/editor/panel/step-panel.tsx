'use client';

import { Trash2, X } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useText } from '#components/text.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { GraphNode } from '#lib/core/graph/document.ts';
import type { GraphProblem } from '#lib/core/graph/problem.ts';
import type { Json, JsonObject } from '#lib/core/json.ts';
import type { StepShown } from '../store/overlay.ts';
import { PanelProvider, type PanelState } from './fields/panel-context.tsx';
import { controlClass } from './fields/setting.tsx';
import { StepForm } from './forms/step-form.tsx';
import type { TriggerDoor } from './forms/webhook-form.tsx';
import { DataPicker } from './input/data-picker.tsx';
import type { SampleChoice } from './input/use-sample.ts';
import { mappedPaths } from './model/mapped-paths.ts';
import { StepOutput } from './output/step-output.tsx';

export type StepPanelProps = {
  node: GraphNode;
  typeLabel: string;
  typeHelp: string;
  problems: readonly GraphProblem[];
  canEdit: boolean;
  scope: Readonly<Record<string, Json>>;
  recent: readonly SampleChoice[] | null;
  sampleId: string | null;
  doors: readonly TriggerDoor[];
  step: StepShown | undefined;
  runButton: ReactNode;
  onSample: (requestId: string) => void;
  onChange: (settings: JsonObject, field?: string) => void;
  onRename: (name: string) => void;
  onDelete: () => void;
  onClose: () => void;
  onSeal: () => void;
};

type Tab = 'input' | 'settings' | 'output';
const tabs: readonly Tab[] = ['input', 'settings', 'output'];

/** A step's input, settings and output side by side; below 1024 px one at a time. */
export function StepPanel(props: StepPanelProps) {
  const text = useText();
  const { node, problems, scope, canEdit } = props;
  const [tab, setTab] = useState<Tab>('settings');
  const [target, setTarget] = useState<{ insert: (text: string) => void } | null>(null);
  const panel: PanelState = {
    ...{ scope, problems, canEdit },
    hasSample: props.sampleId !== null && scope.body !== undefined,
    onInsertTarget: (insert) => setTarget(insert && { insert }),
  };
  const show = (name: Tab) =>
    `min-h-0 flex-col gap-2 overflow-auto p-3 lg:flex ${tab === name ? 'flex' : 'hidden'}`;
  return (
    <PanelProvider value={panel}>
      <PanelHead {...props} />
      <div className="flex gap-1 border-line border-b px-3 lg:hidden">
        {tabs.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={tab === name}
            onClick={() => setTab(name)}
            className={`h-9 px-2 max-sm:h-11 ${tab === name ? 'border-text border-b-2 font-medium' : 'text-text-2'}`}
          >
            {text(`panel.${name}`)}
          </button>
        ))}
      </div>
      <div className="grid min-h-0 flex-1 grid-cols-1 divide-line lg:grid-cols-[1fr_1.4fr_1fr] lg:divide-x">
        <section aria-label={text('panel.input')} className={show('input')}>
          <InputColumn {...props} insert={target?.insert ?? null} />
        </section>
        <section
          aria-label={text('panel.settings')}
          className={`${show('settings')} gap-3!`}
          onBlur={props.onSeal}
        >
          <StepProblems problems={problems} />
          <StepForm
            key={node.id}
            type={node.type}
            settings={node.settings}
            onChange={props.onChange}
            doors={props.doors}
            seenEvents={eventsOf(props.recent)}
          />
        </section>
        <section aria-label={text('panel.output')} className={show('output')}>
          <h3 className="font-semibold text-strong">{text('panel.output')}</h3>
          <StepOutput step={props.step} />
        </section>
      </div>
    </PanelProvider>
  );
}

function eventsOf(recent: readonly SampleChoice[] | null): string[] {
  return [...new Set((recent ?? []).flatMap(({ event }) => event.type ?? []))];
}

/** What is said of the step as a whole stands above its fields. */
function StepProblems({ problems }: { problems: readonly GraphProblem[] }) {
  return problems
    .filter(({ field }) => field === undefined)
    .map(({ message }) => (
      <p key={message} className="text-meta text-wait">
        {message}
      </p>
    ));
}

function PanelHead(props: StepPanelProps) {
  const text = useText();
  const { node, canEdit } = props;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <header className="flex flex-wrap items-center gap-2 border-line border-b px-3 py-1.5">
      <input
        aria-label={text('panel.name')}
        value={typed ?? node.name}
        disabled={!canEdit}
        maxLength={200}
        onChange={({ target }) => {
          setTyped(target.value);
          if (target.value.trim() !== '') props.onRename(target.value);
        }}
        onBlur={() => {
          setTyped(null);
          props.onSeal();
        }}
        className={`${controlClass} w-56! font-semibold`}
      />
      <span className="min-w-0 flex-1 truncate text-meta text-text-3">
        {props.typeLabel} · {props.typeHelp}
      </span>
      {canEdit && props.runButton}
      {canEdit && (
        <IconButton icon={Trash2} label={text('panel.delete')} onClick={props.onDelete} />
      )}
      <IconButton icon={X} label={text('panel.close')} onClick={props.onClose} />
    </header>
  );
}

function InputColumn(props: StepPanelProps & { insert: ((text: string) => void) | null }) {
  const text = useText();
  const { recent, sampleId, scope, node, insert, canEdit } = props;
  const mapped = useMemo(() => mappedPaths(node.settings), [node.settings]);
  return (
    <>
      <div className="flex items-center gap-2">
        <h3 className="font-semibold text-strong">{text('panel.input')}</h3>
        {recent && recent.length > 0 && (
          <select
            aria-label={text('panel.input.sample')}
            value={sampleId ?? ''}
            onChange={({ target }) => props.onSample(target.value)}
            className={controlClass}
          >
            <option value="" disabled>
              {text('panel.input.choose')}
            </option>
            {recent.map((one) => (
              <option key={one.id} value={one.id}>
                {one.receivedAt.slice(0, 19).replace('T', ' ')} {one.event.type ?? one.method}
              </option>
            ))}
          </select>
        )}
      </div>
      {recent?.length === 0 && <p className="text-text-3">{text('panel.input.none')}</p>}
      {Object.keys(scope).length > 0 && (
        <DataPicker
          scope={scope}
          mapped={mapped}
          canInsert={canEdit && insert !== null}
          onInsert={(tag) => insert?.(tag)}
        />
      )}
    </>
  );
}
