import { decodeText } from './decode-text.ts';
import type { ParsedBody } from './parsed-body.ts';

/** A body whose type says text: `failed` where its bytes don't fit its charset. */
export function parseText(body: Uint8Array, charset: string | undefined): ParsedBody {
  const { text, valid } = decodeText(body, charset);
  return { state: valid ? 'ok' : 'failed', value: text };
}

/** A body of a type nobody here reads: its text if it is one, else null. */
export function unread(body: Uint8Array): ParsedBody {
  const { text, valid } = decodeText(body, undefined);
  return { state: 'none', value: valid && !text.includes('\0') ? text : null };
}
