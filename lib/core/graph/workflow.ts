import type { GraphDocument } from './document.ts';

export type WorkflowStatus = 'draft' | 'live' | 'paused';

/** A workflow as stored: the draft, and which version is live. */
export type WorkflowRecord = {
  id: string;
  workspaceId: string;
  name: string;
  description: string;
  graph: GraphDocument;
  /** Up with every saved draft. */
  revision: number;
  liveVersion: number | null;
  paused: boolean;
  createdAt: Date;
  updatedAt: Date;
};

export type VersionAuthor = { kind: string; id: string; label: string };
export type VersionRecord = {
  number: number;
  note: string;
  createdBy: VersionAuthor | null;
  createdAt: Date;
};

/** A workflow that was never published is a draft, paused or not. */
export function workflowStatus(
  workflow: Pick<WorkflowRecord, 'liveVersion' | 'paused'>,
): WorkflowStatus {
  if (workflow.liveVersion === null) return 'draft';
  return workflow.paused ? 'paused' : 'live';
}
