'use client';

import { useRead } from '../api/use-read.ts';
import type { RequestSummary } from '../inspector/request-types.ts';
import { currentStep } from './setup-steps.ts';
import type { Setup } from './use-setup.ts';

/** The newest request that came since the workflow is live as it is. Null before one came. */
export function useLiveRequest(setup: Setup): RequestSummary | null {
  const { liveVersion } = setup.state;
  const isLive = currentStep(setup.steps) === null && liveVersion !== null;
  const path = `/api/v1/workflows/${setup.workflow.id}/versions/${liveVersion}`;
  const { data: version } = useRead<{ createdAt: string }>(isLive ? path : null);
  if (!isLive || !version) return null;
  const since = Date.parse(version.createdAt);
  return setup.requests.find(({ receivedAt }) => Date.parse(receivedAt) >= since) ?? null;
}
