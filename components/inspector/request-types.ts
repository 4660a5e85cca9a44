import type { z } from 'zod';
import type {
  requestDetail,
  requestStatsContract,
  requestSummary,
} from '#lib/contracts/request.ts';

export type RequestSummary = z.infer<typeof requestSummary>;
export type RequestDetail = z.infer<typeof requestDetail>;
export type RequestStats = z.infer<(typeof requestStatsContract.responses)[200]['schema']>;
/** Whose requests are shown; empty: the workspace's. */
export type Topic = { endpointId?: string; workflowId?: string };
