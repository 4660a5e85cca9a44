import type { FieldProblem } from '#lib/core/errors.ts';

export type ApiFailure = {
  kind: 'refused' | 'unreachable';
  status: number;
  code: string;
  detail: string;
  errors: FieldProblem[];
};
export type ApiAnswer<T> =
  | { ok: true; status: number; body: T }
  | { ok: false; failure: ApiFailure };

export type ApiCall = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  signal?: AbortSignal;
};

/** One call of our own API. A server that is away or overloaded counts as unreachable. */
export async function callApi<T>(
  path: string,
  { method = 'GET', body, signal }: ApiCall = {},
): Promise<ApiAnswer<T>> {
  try {
    const response = await fetch(path, {
      method,
      ...(signal && { signal }),
      // Without a body too: a call that changes something is believed only with it (same-origin.ts).
      ...(method !== 'GET' && { headers: { 'content-type': 'application/json' } }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const value = text === '' ? null : (JSON.parse(text) as unknown);
    if (response.ok) return { ok: true, status: response.status, body: value as T };
    return { ok: false, failure: failureOf(response.status, value) };
  } catch {
    return { ok: false, failure: failureOf(0, null) };
  }
}

function failureOf(status: number, value: unknown): ApiFailure {
  const { code, detail, errors } = (value ?? {}) as Partial<ApiFailure>;
  return {
    kind: status === 0 || status >= 500 ? 'unreachable' : 'refused',
    status,
    code: code ?? 'internal',
    detail: detail ?? '',
    errors: errors ?? [],
  };
}
