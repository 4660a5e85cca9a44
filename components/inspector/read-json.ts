/** The answer of an API call. Throws a sentence for the person where it failed. */
export async function readJson<T>(address: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(address, init);
  const body = (await answer.json().catch(() => ({}))) as T & { detail?: string };
  if (!answer.ok) throw new Error(body.detail ?? String(answer.status));
  return body;
}
