import { z } from 'zod';
import { id } from './common.ts';
import { contract } from './contract.ts';
import { workspaceName } from './people.ts';

export const workspace = z
  .object({
    id,
    name: z.string(),
    retentionDays: z.int().describe('How long requests and runs are kept; set by the server'),
    publicUrl: z.string().nullable().describe('What webhook URLs begin with; set by the server'),
    egressAllow: z
      .array(z.string())
      .describe('Private addresses that steps may call; set by the server'),
  })
  .meta({ id: 'Workspace' });

const tag = 'Workspace';

export const getWorkspaceContract = contract({
  method: 'GET',
  path: '/api/v1/workspace',
  summary: 'The workspace, and what the server sets for it',
  tag,
  role: 'viewer',
  responses: { 200: { description: 'The workspace', schema: workspace } },
});

export const changeWorkspaceContract = contract({
  method: 'PATCH',
  path: '/api/v1/workspace',
  summary: 'Rename the workspace',
  tag,
  role: 'owner',
  body: z.strictObject({ name: workspaceName }),
  responses: { 200: { description: 'As it is now', schema: workspace } },
  audit: { action: 'workspace.renamed', target: 'workspace' },
});

export const workspaceContracts = [getWorkspaceContract, changeWorkspaceContract];
