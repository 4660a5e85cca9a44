'use client';

import type { ReactNode } from 'react';
import { PanelProvider } from '../editor/panel/fields/panel-context.tsx';
import type { Picking } from './use-picking.ts';
import type { Setup } from './use-setup.ts';

export type StepFieldsProps = {
  setup: Setup;
  picking: Picking;
  /** The fields together, for those who listen. */
  label: string;
  nodeId: string | undefined;
  /** A step nobody has filled in yet isn't scolded for being empty. */
  showProblems: boolean;
  children: ReactNode;
};

/** The editor's fields over the sample of the set-up. */
export function StepFields(props: StepFieldsProps) {
  const { setup, picking, label, nodeId, showProblems, children } = props;
  const problems = setup.state.problems.filter((problem) => problem.nodeId === nodeId);
  return (
    <PanelProvider
      value={{
        scope: picking.scope ?? {},
        hasSample: picking.scope !== null,
        problems: showProblems ? problems : [],
        canEdit: setup.canEdit,
        onInsertTarget: picking.onInsertTarget,
        onInsertGone: picking.onInsertGone,
      }}
    >
      <fieldset
        aria-label={label}
        className="flex min-w-0 flex-col gap-3"
        onBlur={({ relatedTarget }) => {
          // By key the focus goes to the values: the caret's place is still meant.
          const toValues =
            relatedTarget?.closest('[role="tree"]') !== null && relatedTarget !== null;
          if (!toValues) picking.onInsertTarget(null);
        }}
      >
        {children}
      </fieldset>
    </PanelProvider>
  );
}
