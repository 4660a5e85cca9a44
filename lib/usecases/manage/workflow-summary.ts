import {
  type WorkflowRecord,
  type WorkflowStatus,
  workflowStatus,
} from '#lib/core/graph/workflow.ts';

export type WorkflowSummaryView = {
  id: string;
  name: string;
  description: string;
  status: WorkflowStatus;
  revision: number;
  liveVersion: number | null;
  nodes: { type: string; name: string }[];
  createdAt: string;
  updatedAt: string;
};

type ListedWorkflow = Omit<WorkflowRecord, 'workspaceId' | 'graph'> & {
  nodes: { type: string; name: string }[];
};

/** A workflow in a list: its steps by name, not its graph. */
export function workflowSummary(workflow: ListedWorkflow): WorkflowSummaryView {
  return {
    id: workflow.id,
    name: workflow.name,
    description: workflow.description,
    status: workflowStatus(workflow),
    revision: workflow.revision,
    liveVersion: workflow.liveVersion,
    nodes: workflow.nodes,
    createdAt: workflow.createdAt.toISOString(),
    updatedAt: workflow.updatedAt.toISOString(),
  };
}
