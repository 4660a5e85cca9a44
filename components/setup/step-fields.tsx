'use client';

import type { ReactNode } from 'react';
import { PanelProvider } from '../editor/panel/fields/panel-context.tsx';
import type { Picking } from './use-picking.ts';
import type { Setup } from './use-setup.ts';

export type StepFieldsProps = {
  setup: Setup;
  picking: Picking;
  nodeId: string | undefined;
  /** A step nobody has filled in yet isn't scolded for being empty. */
  showProblems: boolean;
  children: ReactNode;
};

/** The editor's fields over the sample of the set-up. */
export function StepFields(props: StepFieldsProps) {
  const { setup, picking, nodeId, showProblems, children } = props;
  const problems = setup.state.problems.filter((problem) => problem.nodeId === nodeId);
  return (
    <PanelProvider
      value={{
        scope: picking.scope ?? {},
        hasSample: picking.scope !== null,
        problems: showProblems ? problems : [],
        canEdit: setup.canEdit,
        onInsertTarget: picking.onInsertTarget,
      }}
    >
      {children}
    </PanelProvider>
  );
}
