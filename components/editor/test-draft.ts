import { type ApiAnswer, callApi } from '../api/call-api.ts';
import type { Sample } from './panel/input/use-sample.ts';
import type { RunDetail } from './store/overlay.ts';

export type DraftTest = Pick<Sample, 'requestId'> & Partial<Sample> & { effects: 'real' | 'stub' };

/** Runs the saved draft. A run that takes longer than the call waits is answered as far as it came. */
export async function testDraft(
  workflowId: string,
  { requestId, pasted, effects }: DraftTest,
): Promise<ApiAnswer<RunDetail>> {
  const path = `/api/v1/workflows/${workflowId}/test`;
  const sample = pasted ? { request: { body: pasted.body } } : { ...(requestId && { requestId }) };
  const body = { ...sample, effects };
  const answer = await callApi<RunDetail>(path, { method: 'POST', body });
  if (!answer.ok || answer.status === 200) return answer;
  return callApi<RunDetail>(`/api/v1/runs/${answer.body.id}`);
}
