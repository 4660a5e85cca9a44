import { callApi } from '../api/call-api.ts';
import { readJson } from '../api/read-json.ts';
import { copyText } from '../ui/copy-text.ts';
import { curlCommand } from './curl-command.ts';
import type { RequestDetail } from './request-types.ts';

/** Answers the new request's id. Throws a sentence where it can't be run. */
export async function replay(id: string): Promise<string> {
  const path = `/api/v1/requests/${id}/replay`;
  const answer = await callApi<{ requestId: string }>(path, { method: 'POST', body: {} });
  if (!answer.ok) throw new Error(answer.failure.detail || String(answer.failure.status));
  return answer.body.requestId;
}

/** False where the browser doesn't allow copying. Throws a sentence where the endpoint is gone. */
export async function copyAsCurl(request: RequestDetail): Promise<boolean> {
  const { id, endpointId, path, query, method, headers } = request;
  const [endpoint, body] = await Promise.all([
    readJson<{ url: string }>(`/api/v1/endpoints/${endpointId}`),
    fetch(`/api/v1/requests/${id}/body`).then((answer) => answer.arrayBuffer()),
  ]);
  const rest = path === '/' ? '' : path;
  const url = `${endpoint.url}${rest}${query === '' ? '' : `?${query}`}`;
  const bytes = new Uint8Array(body);
  return copyText(
    curlCommand({ url, method, headers, body: bytes, fileName: `request-${id}.bin` }),
  );
}
