import { accountContracts } from './account.ts';
import { auditContracts } from './audit.ts';
import { catalogContracts } from './catalog.ts';
import { connectionContracts } from './connections.ts';
import type { Contract } from './contract.ts';
import { endpointContracts } from './endpoint.ts';
import { liveContracts } from './live.ts';
import { memberContracts } from './members.ts';
import { openapiContract } from './openapi-call.ts';
import { overviewContract } from './overview.ts';
import { requestContracts } from './request.ts';
import { runContracts } from './run.ts';
import { tokenContracts } from './tokens.ts';
import { toolContracts } from './tool.ts';
import { workflowContracts } from './workflow.ts';
import { workspaceContracts } from './workspace.ts';

/** Every call of the API, in the order of the reference. */
export const contracts: readonly Contract[] = [
  ...workflowContracts,
  ...endpointContracts,
  ...requestContracts,
  ...runContracts,
  overviewContract,
  ...toolContracts,
  ...catalogContracts,
  ...accountContracts,
  ...auditContracts,
  ...connectionContracts,
  ...memberContracts,
  ...tokenContracts,
  ...workspaceContracts,
  ...liveContracts,
  openapiContract,
];
