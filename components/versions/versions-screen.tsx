'use client';

import { useState } from 'react';
import { LiveStatus } from '#components/editor/bar/live-status.tsx';
import { WorkflowBar } from '#components/editor/bar/workflow-bar.tsx';
import type { OpenedWorkflow } from '#components/editor/store/document.ts';
import { useText } from '#components/text.tsx';
import { ComparePane } from './compare-pane.tsx';
import { CompareView } from './compare-view.tsx';
import { useComparison } from './use-comparison.ts';
import type { Draft } from './use-take-back.ts';

export type VersionsScreenProps = { workflow: OpenedWorkflow; canEdit: boolean };

/** What was published when, and what each version changed. */
export function VersionsScreen({ workflow, canEdit }: VersionsScreenProps) {
  const text = useText();
  const { id, name, status, liveVersion } = workflow;
  const [draft, setDraft] = useState<Draft>({ graph: workflow.graph, revision: workflow.revision });
  const comparison = useComparison(workflow, draft);
  return (
    <div className="editor fixed inset-0 z-20 sm:left-[52px] flex flex-col bg-bg">
      <WorkflowBar
        id={id}
        current="versions"
        name={
          <>
            <h1 className="min-w-0 truncate font-semibold text-strong" title={name}>
              {name}
            </h1>
            <LiveStatus status={status} liveVersion={liveVersion} />
          </>
        }
      >
        <a href={`/workflows/${id}`} className="rounded-xs text-accent lg:hidden">
          {text('versions.close')}
        </a>
      </WorkflowBar>
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_480px] xl:grid-cols-[minmax(0,1fr)_560px]">
        <div className="relative min-h-0 max-lg:hidden">
          <CompareView comparison={comparison} />
        </div>
        <ComparePane {...{ workflow, draft, setDraft, comparison, canEdit }} />
      </div>
    </div>
  );
}
