'use client';

import { useState } from 'react';
import type { Json, JsonObject } from '#lib/core/json.ts';
import { useSampleScope } from '../editor/panel/input/use-sample.ts';
import {
  conditionFor,
  type PickedValue,
  withCondition,
} from '../editor/panel/model/picked-condition.ts';
import { useText } from '../text.tsx';
import { tagOf } from '../values/template-marks.ts';
import { withEventChoice } from './event-choice.ts';
import { withBodyField } from './picked-value.ts';
import { withAction, withFilter } from './setup-graph.ts';
import type { Setup } from './use-setup.ts';

export type Picking = {
  /** The sample under the template roots; null until it is there. */
  scope: Readonly<Record<string, Json>> | null;
  /** What a click on a value would do; null where no open step can use one. */
  verb: 'filter' | 'insert' | 'field' | null;
  pick(value: PickedValue): void;
  /** Whoever has the caret. */
  onInsertTarget(insert: ((text: string) => void) | null): void;
  onInsertGone(insert: (text: string) => void): void;
};

export const newAction: JsonObject = {
  method: 'POST',
  url: '',
  body: { type: 'json', value: '{{body}}' },
};

/** Where a clicked value of the sample goes: a condition, the field with the caret, or the body. */
export function usePicking(setup: Setup): Picking {
  const text = useText();
  const scope = useSampleScope(setup.sample?.id ?? null);
  const [target, setTarget] = useState<{ insert: (text: string) => void } | null>(null);
  const verb = verbOf(setup, target !== null);
  const { graph, draft } = setup;
  const simple = graph.kind === 'simple' ? graph : null;
  const pick = (value: PickedValue) => {
    if (verb === 'insert') return target?.insert(tagOf(value.path));
    if (verb === 'filter') {
      const settings = withCondition(simple?.filter?.settings ?? null, conditionFor(value));
      const step = { name: text('setup.filter.name'), settings };
      draft.change((at) => withFilter(withEventChoice(at, setup.events), step));
      // From now on it is done: it stays open until the person goes on.
      setup.go('filter');
    }
    if (verb === 'field') {
      const settings = withBodyField(simple?.action?.settings ?? newAction, value);
      draft.change((at) => withAction(at, { name: text('setup.action.name'), settings }));
      setup.go('action');
    }
  };
  return {
    ...{ verb, pick },
    scope: scope as Picking['scope'],
    onInsertTarget: (insert) => setTarget(insert && { insert }),
    onInsertGone: (insert) => setTarget((now) => (now?.insert === insert ? null : now)),
  };
}

function verbOf({ open, canEdit, graph }: Setup, hasTarget: boolean): Picking['verb'] {
  if (!canEdit || graph.kind !== 'simple') return null;
  if (open.has('filter')) return hasTarget ? 'insert' : 'filter';
  if (open.has('action')) return hasTarget ? 'insert' : 'field';
  return null;
}
