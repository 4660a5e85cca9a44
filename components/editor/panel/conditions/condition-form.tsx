'use client';

import { useRef } from 'react';
import { focusCondition } from '#components/editor/focus/elements.ts';
import { useText } from '#components/text.tsx';
import { sameJson } from '#lib/core/expression/compare.ts';
import {
  type Condition,
  type ConditionTrace,
  evaluateCondition,
} from '#lib/core/expression/condition.ts';
import type { Json } from '#lib/core/json.ts';
import { usePanel } from '../fields/panel-context.tsx';
import { ProblemLine } from '../fields/setting.tsx';
import { type GroupPart, toCondition, toRows } from '../model/condition-rows.ts';
import { isFilledPart } from '../model/operator-choices.ts';
import { ConditionGroup } from './condition-group.tsx';
import { VerdictMark } from './verdict-mark.tsx';

export type ConditionFormProps = {
  /** Where the condition stands in the settings: '' for a filter's own. */
  field: string;
  condition: Condition;
  onChange: (condition: Condition) => void;
};

/** Conditions as rows, each with what the sample says to it. */
export function ConditionForm({ field, condition, onChange }: ConditionFormProps) {
  const { scope, hasSample, problems } = usePanel();
  const text = useText();
  const kept = useRef<GroupPart>(null);
  // The same rows keep their ids while this form changes them; another source makes them anew.
  if (!kept.current || !sameJson(toCondition(kept.current) as Json, condition as Json)) {
    kept.current = toRows(condition);
  }
  const root = kept.current;
  const trace: ConditionTrace | null = hasSample ? evaluateCondition(condition, scope).trace : null;
  const change = (next: GroupPart) => {
    kept.current = next;
    onChange(toCondition(next));
  };
  const focusNew = (next: GroupPart, at: string) => {
    change(next);
    focusCondition(at);
  };
  const own = problems.find((problem) => problem.field === field && field !== '');
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {field === '' && trace && isFilledPart(root) && root.parts.length > 0 && (
        <VerdictMark
          matched={trace.matched}
          word={text(trace.matched ? 'condition.sample.on' : 'condition.sample.held')}
        />
      )}
      <ConditionGroup {...{ root, trace, field }} group={root} onChange={change} onAdd={focusNew} />
      {root.parts.length === 0 && (
        <p className="text-meta text-text-3">
          {text(root.mode === 'all' ? 'condition.everything' : 'condition.nothing')}
        </p>
      )}
      <ProblemLine problem={own?.message} />
    </div>
  );
}
