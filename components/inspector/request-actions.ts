import { type ApiFailure, callApi } from '../api/call-api.ts';
import { copyText } from '../ui/copy-text.ts';
import { curlCommand } from './curl-command.ts';
import type { ReplayChanges } from './request-draft.ts';
import type { RequestDetail } from './request-types.ts';

export type Replayed = { requestId: string; runs: { id: string }[] };

/** Runs a stored request again, changed or not. */
export async function replay(
  id: string,
  changes: ReplayChanges & { workflowId?: string },
): Promise<{ ok: true; made: Replayed } | { ok: false; failure: ApiFailure }> {
  const path = `/api/v1/requests/${id}/replay`;
  const answer = await callApi<Replayed>(path, { method: 'POST', body: changes });
  return answer.ok ? { ok: true, made: answer.body } : answer;
}

/** `copied` is false where the browser doesn't allow it; it fails where the endpoint is gone. */
export async function copyAsCurl(
  request: RequestDetail,
): Promise<{ ok: true; copied: boolean } | { ok: false; failure: ApiFailure }> {
  const { id, endpointId, path, query, method, headers } = request;
  const [endpoint, body] = await Promise.all([
    callApi<{ url: string }>(`/api/v1/endpoints/${endpointId}`),
    fetch(`/api/v1/requests/${id}/body`).then((answer) => answer.arrayBuffer()),
  ]);
  if (!endpoint.ok) return endpoint;
  const rest = path === '/' ? '' : path;
  const url = `${endpoint.body.url}${rest}${query === '' ? '' : `?${query}`}`;
  const bytes = new Uint8Array(body);
  const fileName = `request-${id}.bin`;
  const copied = await copyText(curlCommand({ url, method, headers, body: bytes, fileName }));
  return { ok: true, copied };
}
