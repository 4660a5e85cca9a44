import type { z } from 'zod';
import type { workflowActivity, workflowSummary } from '#lib/contracts/workflow.ts';

export type WorkflowSummary = z.output<typeof workflowSummary>;
export type WorkflowActivity = z.output<typeof workflowActivity>;
/** A line of the list. The activity comes a moment after its workflow. */
export type WorkflowRow = { workflow: WorkflowSummary; activity: WorkflowActivity | undefined };
