'use client';

import { useState } from 'react';
import { useText } from '#components/text.tsx';
import type { GraphProblem } from '#lib/core/graph/problem.ts';
import { useEditor } from '../store/editor-store.tsx';
import { PanelProvider, type PanelState } from './fields/panel-context.tsx';
import { RetryForm } from './forms/retry-form.tsx';
import { StepForm } from './forms/step-form.tsx';
import { StepNote } from './forms/step-note.tsx';
import { InputColumn } from './input/input-column.tsx';
import { useRecentRequests } from './input/use-sample.ts';
import { OutputColumn } from './output/output-column.tsx';
import { PanelHead } from './panel-head.tsx';
import type { PanelTab, StepPanelProps } from './step-panel-props.ts';
import { useFieldFocus } from './use-field-focus.ts';

/**
 * A step's input, settings and output side by side; below 1280 px the first and the last take turns,
 * below 1024 px there is one at a time.
 */
export function StepPanel(props: StepPanelProps) {
  const text = useText();
  const { node, definition, problems, scope, canEdit } = props;
  const [tab, setTab] = useState<PanelTab>('settings');
  const [side, setSide] = useState<'input' | 'output'>('input');
  const [target, setTarget] = useState<{ insert: (text: string) => void } | null>(null);
  const seen = useRecentRequests().value ?? [];
  const box = useFieldFocus(props.openField);
  const panel: PanelState = {
    ...{ scope, problems, canEdit },
    hasSample: scope.body !== undefined,
    onInsertTarget: (insert) => setTarget({ insert }),
    onInsertGone: (insert) => setTarget((now) => (now?.insert === insert ? null : now)),
  };
  const hasOutput = useEditor(
    ({ run, pins }) => pins.has(node.id) || (run !== null && props.step !== undefined),
  );
  const columns = hasOutput
    ? 'xl:grid-cols-[minmax(0,320px)_minmax(0,1fr)_minmax(0,320px)]'
    : stripped;
  const sideLook = (name: 'input' | 'output') =>
    `min-h-0 flex-col gap-2 overflow-auto p-3 xl:flex ${tab === name ? 'flex' : 'hidden'} ${side === name ? 'lg:flex' : 'lg:hidden'}`;
  return (
    <PanelProvider value={panel}>
      <PanelHead {...props} {...{ tab, setTab, side, setSide }} />
      <div
        className={`grid min-h-0 flex-1 grid-cols-1 lg:grid-cols-[320px_minmax(0,1fr)] ${columns}`}
      >
        <section
          aria-label={text('panel.input')}
          className={`${sideLook('input')} ${hasOutput ? '' : 'xl:row-span-2'}`}
        >
          <InputColumn
            {...{ node, scope, canEdit }}
            asked={props.asked}
            onChange={props.onChange}
            insert={target?.insert ?? null}
            onInserted={() => setTab('settings')}
            onSeal={props.onSeal}
          />
        </section>
        <section
          ref={box}
          aria-label={text('panel.settings')}
          data-editor-part="settings"
          data-undo="draft"
          className={`min-h-0 flex-col gap-3 overflow-auto border-line p-3 lg:order-2 lg:flex lg:border-l xl:order-none ${hasOutput ? 'xl:border-r' : ''} ${tab === 'settings' ? 'flex' : 'hidden'}`}
          onBlur={props.onSeal}
        >
          <StepProblems problems={problems} />
          <StepForm
            key={node.id}
            type={node.type}
            settings={node.settings}
            onChange={props.onChange}
            doors={props.doors}
            seenEvents={[...new Set(seen.flatMap(({ event }) => event.type ?? []))]}
          />
          <RetryForm node={node} definition={definition} onEdit={props.onEdit} />
          <StepNote node={node} onEdit={props.onEdit} />
        </section>
        <section
          aria-label={text('panel.output')}
          className={`${sideLook('output')} ${hasOutput ? '' : 'border-line xl:flex-row xl:items-center xl:border-t xl:border-l xl:py-1'}`}
        >
          <OutputColumn node={node} step={props.step} />
        </section>
      </div>
    </PanelProvider>
  );
}

/** Without anything to show the output is a line below the settings, which take its place. */
const stripped = 'xl:grid-cols-[minmax(0,360px)_minmax(0,1fr)] xl:grid-rows-[minmax(0,1fr)_auto]';

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
