import { catalogContracts } from './catalog.ts';
import type { Contract } from './contract.ts';
import { endpointContracts } from './endpoint.ts';
import { liveContracts } from './live.ts';
import { openapiContract } from './openapi-call.ts';
import { requestContracts } from './request.ts';
import { toolContracts } from './tool.ts';
import { workflowContracts } from './workflow.ts';

/** Every call of the API, in the order of the reference. */
export const contracts: readonly Contract[] = [
  ...workflowContracts,
  ...endpointContracts,
  ...requestContracts,
  ...toolContracts,
  ...catalogContracts,
  ...liveContracts,
  openapiContract,
];
