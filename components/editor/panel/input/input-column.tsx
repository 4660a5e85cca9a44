'use client';

import { useMemo } from 'react';
import { focusCondition } from '#components/editor/focus/elements.ts';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { tagOf } from '#components/values/template-marks.ts';
import { conditionSettings } from '#lib/core/expression/condition.ts';
import type { GraphNode } from '#lib/core/graph/document.ts';
import type { Json, JsonObject } from '#lib/core/json.ts';
import { mappedPaths } from '../model/mapped-paths.ts';
import {
  conditionFor,
  lastCondition,
  type PickedValue,
  withCondition,
} from '../model/picked-condition.ts';
import { DataPicker, type PickVerb } from './data-picker.tsx';
import { SampleButton } from './sample-menu.tsx';
import { type Asked, useRecentRequests, useSample } from './use-sample.ts';

export type InputColumnProps = {
  node: GraphNode;
  scope: Readonly<Record<string, Json>>;
  canEdit: boolean;
  asked: Asked<unknown>;
  insert: ((text: string) => void) | null;
  onChange: (settings: JsonObject) => void;
  onInserted: () => void;
  /** What is typed and what is picked are steps back of their own. */
  onSeal: () => void;
};

/** The sample as a tree, to pick values from. */
export function InputColumn(props: InputColumnProps) {
  const text = useText();
  const { node, scope, canEdit, asked, insert, onChange, onInserted, onSeal } = props;
  const mapped = useMemo(() => mappedPaths(node.settings), [node.settings]);
  const sample = useSample();
  const recent = useRecentRequests();
  const none = recent.value?.length === 0 && !sample.pasted && !sample.requestId;
  const verb = canEdit ? verbOf(node, insert !== null) : null;
  const pick = (value: PickedValue) => {
    onSeal();
    if (verb === 'insert') insert?.(tagOf(value.path));
    if (verb === 'condition') {
      const settings = withCondition(node.settings, conditionFor(value));
      onChange(settings);
      focusCondition(lastCondition(settings), 'select');
    }
    onSeal();
    onInserted();
  };
  const isLoading = sample.requestId !== null && !asked.value && !asked.failed;
  return (
    <>
      <div className="flex min-h-7 flex-none items-center gap-2">
        <h3 className="font-semibold text-strong">{text('panel.input')}</h3>
        <SampleButton />
      </div>
      {none && <p className="text-text-3">{text('panel.input.none')}</p>}
      {recent.failed && <Failed message={text('panel.input.failed')} onRetry={recent.retry} />}
      {asked.failed && <Failed message={text('panel.input.sampleFailed')} onRetry={asked.retry} />}
      {isLoading && <Skeleton className="h-[120px] flex-none" />}
      {Object.keys(scope).length > 0 && !isLoading && (
        <>
          {canEdit && (
            <p className="text-meta text-text-3">{text(`panel.input.${verb ?? 'noField'}.lead`)}</p>
          )}
          <DataPicker {...{ scope, mapped, verb }} onPick={pick} />
        </>
      )}
    </>
  );
}

/** A filter needs no field: a value makes a condition. One that can't be read is left as it is. */
function verbOf({ type, settings }: GraphNode, hasField: boolean): PickVerb | null {
  if (hasField) return 'insert';
  return type === 'filter' && conditionSettings.safeParse(settings).success ? 'condition' : null;
}

function Failed({ message, onRetry }: { message: string; onRetry: () => void }) {
  const text = useText();
  return (
    <div role="alert" className="flex flex-none items-center gap-2 text-bad">
      <span className="flex-1">{message}</span>
      <Button size="sm" onClick={onRetry}>
        {text('editor.retry')}
      </Button>
    </div>
  );
}
