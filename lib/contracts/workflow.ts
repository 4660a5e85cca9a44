import { z } from 'zod';
import { graphDocument } from '#lib/core/graph/document.ts';
import { graphProblem, id, moment, page, pageQuery, time } from './common.ts';
import { contract } from './contract.ts';
import { runDetail, runStatus } from './run.ts';

const tag = 'Workflows';
const mebibyte = 1_048_576;
const name = z.string().trim().min(1).max(200);
const description = z.string().max(4000);

export const workflowStatus = z.enum(['draft', 'live', 'paused']);

/** A trigger's URL. `isNew`: this very call made it. */
const triggerUrl = z.object({
  id,
  nodeId: z.string(),
  url: z.string(),
  urlReachable: z.enum(['public', 'local']),
  isNew: z.boolean(),
});
const endpoints = z.array(triggerUrl);
/** Sentences for people: what else happened, e.g. that a copy has URLs of its own. */
const notices = z.array(z.string());
const problems = z.array(graphProblem);

export const workflow = z
  .object({
    id,
    name: z.string(),
    description: z.string(),
    status: workflowStatus,
    graph: graphDocument,
    revision: z.int(),
    liveVersion: z.int().nullable(),
    /** The draft is not what is live. */
    changed: z.boolean(),
    endpoints,
    problems,
    notices,
    createdAt: time,
    updatedAt: time,
  })
  .meta({ id: 'Workflow' });

export const workflowSummary = z
  .object({
    id,
    name: z.string(),
    description: z.string(),
    status: workflowStatus,
    revision: z.int(),
    liveVersion: z.int().nullable(),
    nodes: z.array(z.object({ type: z.string(), name: z.string() })),
    createdAt: time,
    updatedAt: time,
  })
  .meta({ id: 'WorkflowSummary' });

const savedGraph = z
  .object({ revision: z.int(), graph: graphDocument, endpoints, problems, notices })
  .meta({ id: 'SavedGraph' });

const version = z
  .object({
    version: z.int(),
    note: z.string(),
    live: z.boolean(),
    createdAt: time,
    createdBy: z.object({ kind: z.string(), id: z.string(), label: z.string() }).nullable(),
  })
  .meta({ id: 'WorkflowVersion' });

export const createWorkflowContract = contract({
  method: 'POST',
  path: '/api/v1/workflows',
  summary: 'Make a workflow. A trigger without endpointIds gets a URL of its own.',
  tag,
  role: 'editor',
  maxBodyBytes: 8 * mebibyte,
  body: z.strictObject({
    name,
    description: description.optional(),
    graph: graphDocument.optional(),
    /** For a graph that was copied or exported elsewhere: forget its endpoints, make new ones. */
    newEndpoints: z.boolean().optional(),
  }),
  responses: { 201: { description: 'The workflow, as a draft.', schema: workflow } },
  audit: { action: 'workflow.created', target: 'workflow' },
});

export const listWorkflowsContract = contract({
  method: 'GET',
  path: '/api/v1/workflows',
  summary: 'List workflows, newest first.',
  tag,
  role: 'viewer',
  query: pageQuery.extend({
    status: workflowStatus.optional(),
    q: z.string().max(200).optional().describe('Part of the name or description.'),
  }),
  responses: { 200: { description: 'A page of workflows.', schema: page(workflowSummary) } },
});

export const getWorkflowContract = contract({
  method: 'GET',
  path: '/api/v1/workflows/{id}',
  summary: 'One workflow with its draft.',
  tag,
  role: 'viewer',
  responses: { 200: { description: 'The workflow.', schema: workflow } },
});

export const updateWorkflowContract = contract({
  method: 'PATCH',
  path: '/api/v1/workflows/{id}',
  summary: 'Rename or describe a workflow.',
  tag,
  role: 'editor',
  body: z.strictObject({ name: name.optional(), description: description.optional() }),
  responses: { 200: { description: 'The workflow.', schema: workflow } },
  audit: { action: 'workflow.updated', target: 'workflow' },
});

export const deleteWorkflowContract = contract({
  method: 'DELETE',
  path: '/api/v1/workflows/{id}',
  summary: 'Delete a workflow. Its endpoints go on capturing.',
  tag,
  role: 'editor',
  responses: { 204: { description: 'Deleted.' } },
  audit: { action: 'workflow.deleted', target: 'workflow' },
});

export const duplicateWorkflowContract = contract({
  method: 'POST',
  path: '/api/v1/workflows/{id}/duplicate',
  summary: 'Copy a workflow’s draft. The copy has new URLs.',
  tag,
  role: 'editor',
  body: z.strictObject({ name: name.optional() }),
  responses: { 201: { description: 'The copy, as a draft.', schema: workflow } },
  audit: { action: 'workflow.duplicated', target: 'workflow' },
});

export const saveGraphContract = contract({
  method: 'PUT',
  path: '/api/v1/workflows/{id}/graph',
  summary: 'Save the draft, if nobody else saved since `baseRevision`.',
  tag,
  role: 'editor',
  maxBodyBytes: 8 * mebibyte,
  body: z.strictObject({ graph: graphDocument, baseRevision: z.int().min(0) }),
  // Not in the security log: an editor saves every few seconds, and nothing of it is live.
  responses: { 200: { description: 'What was saved, with ids filled in.', schema: savedGraph } },
});

export const publishWorkflowContract = contract({
  method: 'POST',
  path: '/api/v1/workflows/{id}/publish',
  summary: 'Freeze the draft as a version and make it live.',
  tag,
  role: 'editor',
  body: z.strictObject({ note: z.string().max(2000).optional() }),
  responses: {
    200: {
      description: 'The number of the version now live.',
      schema: z.object({ version: z.int() }),
    },
  },
  audit: { action: 'workflow.published', target: 'workflow' },
});

export const pauseWorkflowContract = contract({
  method: 'POST',
  path: '/api/v1/workflows/{id}/pause',
  summary: 'New requests wait; runs under way finish; timers are held.',
  tag,
  role: 'editor',
  body: z.strictObject({}),
  responses: { 200: { description: 'The workflow.', schema: workflow } },
  audit: { action: 'workflow.paused', target: 'workflow' },
});

export const resumeWorkflowContract = contract({
  method: 'POST',
  path: '/api/v1/workflows/{id}/resume',
  summary: 'Run what waited, oldest first, on the version now live; or discard it.',
  tag,
  role: 'editor',
  body: z.strictObject({ discard: z.boolean().optional() }),
  responses: { 200: { description: 'The workflow.', schema: workflow } },
  audit: { action: 'workflow.resumed', target: 'workflow' },
});

export const listVersionsContract = contract({
  method: 'GET',
  path: '/api/v1/workflows/{id}/versions',
  summary: 'The published versions, newest first.',
  tag,
  role: 'viewer',
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
  }),
  responses: { 200: { description: 'A page of versions.', schema: page(version) } },
});

export const getVersionContract = contract({
  method: 'GET',
  path: '/api/v1/workflows/{id}/versions/{n}',
  summary: 'One published version with its graph.',
  tag,
  role: 'viewer',
  responses: {
    200: { description: 'The version.', schema: version.extend({ graph: graphDocument }) },
  },
});

export const restoreVersionContract = contract({
  method: 'POST',
  path: '/api/v1/workflows/{id}/versions/{n}/restore',
  summary: 'Make a version’s graph the draft again. Publishing it is another call.',
  tag,
  role: 'editor',
  body: z.strictObject({}),
  responses: { 200: { description: 'The draft.', schema: savedGraph } },
  audit: { action: 'workflow.restored', target: 'workflow' },
});

export const testWorkflowContract = contract({
  method: 'POST',
  path: '/api/v1/workflows/{id}/test',
  summary: 'Run the draft with a stored or a made-up request.',
  tag,
  role: 'editor',
  anyText: true,
  maxBodyBytes: 16 * mebibyte,
  body: z
    .strictObject({
      requestId: id.optional(),
      request: z
        .strictObject({
          method: z.string().min(1).max(20).optional(),
          path: z.string().max(2000).optional(),
          query: z.union([z.string().max(8000), z.record(z.string(), z.string())]).optional(),
          headers: z
            .union([z.record(z.string(), z.string()), z.array(z.tuple([z.string(), z.string()]))])
            .optional(),
          body: z.json().optional(),
        })
        .optional(),
      effects: z.enum(['real', 'stub']).optional(),
    })
    .refine((body) => !(body.requestId && body.request), {
      error: 'Give requestId or request, not both.',
    }),
  responses: {
    200: { description: 'The finished run with its steps.', schema: runDetail },
    202: {
      description: 'It takes longer: the run’s id.',
      schema: z.object({ id, status: z.string() }),
    },
  },
  audit: { action: 'workflow.tested', target: 'workflow' },
});

const workflowIds = z
  .string()
  .max(8_000)
  .transform((text) => text.split(','))
  .pipe(z.array(id).min(1).max(200))
  .describe('Up to 200 ids, with commas between.');

export const workflowActivity = z
  .object({
    workflowId: id,
    /** Of live versions, by the arrival of their requests; the newest 10,000 are looked at. */
    runs: z.int(),
    failed: z.int(),
    /** There may be more than these. */
    capped: z.boolean(),
    /** Runs held because it is paused, up to 1,000. */
    waiting: z.int(),
    /** `at`: when its request came. */
    lastRun: z.object({ id, status: runStatus, at: time }).nullable(),
    /** The endpoints that its draft or its live version listens to. */
    listensTo: z.array(z.object({ id, name: z.string(), scheme: z.string() })),
  })
  .meta({ id: 'WorkflowActivity' });

export const workflowActivityContract = contract({
  method: 'GET',
  path: '/api/v1/workflows/activity',
  summary: 'What many workflows did, and what they listen to. For lists.',
  tag,
  role: 'viewer',
  query: z.strictObject({ ids: workflowIds, since: moment.optional() }),
  responses: {
    200: {
      description: 'One entry per workflow of the workspace.',
      schema: z.object({ items: z.array(workflowActivity) }),
    },
  },
});

export const workflowContracts = [
  createWorkflowContract,
  listWorkflowsContract,
  getWorkflowContract,
  updateWorkflowContract,
  deleteWorkflowContract,
  duplicateWorkflowContract,
  saveGraphContract,
  publishWorkflowContract,
  pauseWorkflowContract,
  resumeWorkflowContract,
  listVersionsContract,
  getVersionContract,
  restoreVersionContract,
  testWorkflowContract,
  workflowActivityContract,
];
