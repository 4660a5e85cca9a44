'use client';

import type { JsonObject } from '#lib/core/json.ts';
import { ConditionForm } from '../editor/panel/conditions/condition-form.tsx';
import { asCondition } from '../editor/panel/model/as-condition.ts';
import { useText } from '../text.tsx';
import type { BuildStepProps } from './build-step-props.ts';
import { conditionCount } from './picked-value.ts';
import { withFilter } from './setup-graph.ts';
import { StepFields } from './step-fields.tsx';

/** The editor's own rows; taking the last one out takes the step out. */
export function FilterForm({ setup, picking }: BuildStepProps) {
  const text = useText();
  const { graph, draft } = setup;
  const filter = graph.kind === 'simple' ? graph.filter : null;
  const change = (settings: JsonObject) => {
    const step = { name: text('setup.filter.name'), settings };
    draft.change((at) => withFilter(at, conditionCount(settings) > 0 ? step : null));
    setup.go('filter');
  };
  return (
    <StepFields
      setup={setup}
      picking={picking}
      label={text('setup.filter')}
      nodeId={filter?.id}
      showProblems
    >
      <ConditionForm
        field=""
        condition={asCondition(filter?.settings)}
        onChange={(condition) => change(condition as unknown as JsonObject)}
      />
    </StepFields>
  );
}
