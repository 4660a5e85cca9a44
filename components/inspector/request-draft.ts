import { jsonInLines } from './json-in-lines.ts';
import type { RequestDetail } from './request-types.ts';

export type DraftHeader = { name: string; value: string; gone: boolean };
/** A request being edited before it is replayed. */
export type RequestDraft = {
  method: string;
  headers: DraftHeader[];
  /** Null where the bytes aren't text, or are too many to edit: they go along as they are. */
  body: string | null;
};
/** What the API's replay takes: only what differs. */
export type ReplayChanges = {
  method?: string;
  headers?: [string, string][];
  body?: string;
};

/** More isn't edited in a field. */
const mostBytes = 2_000_000;

/** Starts from the exact bytes; JSON in one line gets line breaks, which only an edited one keeps. */
export function draftOf(
  request: Pick<RequestDetail, 'method' | 'headers'>,
  bytes: Uint8Array,
): RequestDraft {
  const text = exactText(bytes);
  const headers = request.headers.map(([name, value]) => ({ name, value, gone: false }));
  return { method: request.method, headers, body: text === null ? null : jsonInLines(text) };
}

function exactText(bytes: Uint8Array): string | null {
  if (bytes.length > mostBytes) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Empty where nothing was changed: then the very bytes are replayed. */
export function changesOf(draft: RequestDraft, original: RequestDraft): ReplayChanges {
  const method = draft.method.trim().toUpperCase();
  const headers = sentHeaders(draft);
  const same = JSON.stringify(headers) === JSON.stringify(sentHeaders(original));
  return {
    ...(method !== original.method && { method }),
    ...(!same && { headers }),
    ...(draft.body !== null && draft.body !== original.body && { body: draft.body }),
  };
}

function sentHeaders({ headers }: RequestDraft): [string, string][] {
  return headers.filter(({ name, gone }) => !gone && name.trim() !== '').map(pair);
}

function pair({ name, value }: DraftHeader): [string, string] {
  return [name.trim(), value];
}

/** Whether the body says it is JSON but isn't. */
export function isBrokenJson({ headers, body }: RequestDraft): boolean {
  if (body === null || body === '') return false;
  const type = headers.find(({ name, gone }) => !gone && name.toLowerCase() === 'content-type');
  if (!/[/+]json\b/i.test(type?.value ?? '')) return false;
  try {
    JSON.parse(body);
    return false;
  } catch {
    return true;
  }
}
