import { jsonInLines, jsonInOneLine, type OneLineGap, oneLineGap } from './json-in-lines.ts';
import type { RequestDetail } from './request-types.ts';

export type DraftHeader = { name: string; value: string; gone: boolean };
/** A request being edited before it is replayed. */
export type RequestDraft = {
  method: string;
  headers: DraftHeader[];
  /** Null where the bytes aren't text, or are too many to edit: they go along as they are. */
  body: string | null;
  /** The body came in one line and is only shown in several; null where it goes as it is shown. */
  oneLine: OneLineGap | null;
};
/** What the API's replay takes: only what differs. */
export type ReplayChanges = {
  method?: string;
  headers?: [string, string][];
  body?: string;
};

/** More isn't edited in a field. */
const mostBytes = 2_000_000;

/** Starts from the exact bytes; JSON in one line gets line breaks, which are never sent. */
export function draftOf(
  request: Pick<RequestDetail, 'method' | 'headers'>,
  bytes: Uint8Array,
): RequestDraft {
  const text = exactText(bytes);
  const headers = request.headers.map(([name, value]) => ({ name, value, gone: false }));
  const body = text === null ? null : jsonInLines(text);
  const oneLine = text === null || body === text ? null : oneLineGap(text);
  return { method: request.method, headers, body, oneLine };
}

/** The text of the body as it goes along: in one line again where it came so. */
export function sentBody({ body, oneLine }: RequestDraft): string | null {
  return body === null || oneLine === null ? body : jsonInOneLine(body, oneLine);
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
  const body = sentBody(draft);
  const same = JSON.stringify(headers) === JSON.stringify(sentHeaders(original));
  return {
    ...(method !== original.method && { method }),
    ...(!same && { headers }),
    ...(body !== null && draft.body !== original.body && { body }),
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
