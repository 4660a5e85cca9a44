import { callApi } from './call-api.ts';

/** What the API answers at this address. Throws a sentence for the person where it failed. */
export async function readJson<T>(address: string, signal?: AbortSignal): Promise<T> {
  const answer = await callApi<T>(address, signal && { signal });
  if (!answer.ok) throw new Error(answer.failure.detail || String(answer.failure.status));
  return answer.body;
}
