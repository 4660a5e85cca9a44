import { curlHeader, shellQuoted } from '#lib/core/request/curl-words.ts';

export type CurlRequest = {
  /** Whole: scheme to query. */
  url: string;
  method: string;
  headers: readonly (readonly [name: string, value: string])[];
  body: Uint8Array;
  /** What a body that is too long for a command line is saved as first. */
  fileName: string;
};

/** What curl works out itself; passed on they would contradict what it sends. */
const ownHeaders = new Set(['host', 'content-length', 'connection', 'transfer-encoding', 'expect']);
/** What curl adds by itself: a header without a value takes it away again. */
const addedByCurl = ['Accept', 'User-Agent'];
/** Linux takes 128 KiB for one argument; quoting can make four characters of one. */
const longestText = 24_000;
const longestBase64 = 1_000_000;

/**
 * A command for a POSIX shell that sends the same bytes again. Text stands in it as it is; other
 * bytes go through `base64 -d`; very long bodies are read from `fileName`.
 */
export function curlCommand(request: CurlRequest): string {
  const { url, method, headers, body, fileName } = request;
  const sent = headers.filter(([name]) => !ownHeaders.has(name.toLowerCase()));
  const names = new Set(sent.map(([name]) => name.toLowerCase()));
  const missing = [...addedByCurl, ...(body.length > 0 ? ['Content-Type'] : [])].filter(
    (name) => !names.has(name.toLowerCase()),
  );
  const data = dataOf(body, fileName);
  // --globoff and --path-as-is: brackets and dots in the address are what they are.
  const parts = [
    `${data.before}curl --globoff --path-as-is ${methodFlag(method)} ${shellQuoted(url)}`,
    ...sent.map(([name, value]) => `-H ${shellQuoted(curlHeader(name, value))}`),
    ...missing.map((name) => `-H ${shellQuoted(`${name}:`)}`),
    ...data.flags,
  ];
  return parts.join(' \\\n  ');
}

/** `-X HEAD` would wait for a body that never comes. */
function methodFlag(method: string): string {
  return method.toUpperCase() === 'HEAD' ? '--head' : `-X ${shellQuoted(method)}`;
}

function dataOf(body: Uint8Array, fileName: string): { before: string; flags: string[] } {
  if (body.length === 0) return { before: '', flags: [] };
  if (body.length > longestBase64) {
    return { before: '', flags: [`--data-binary ${shellQuoted(`@${fileName}`)}`] };
  }
  const text = body.length > longestText ? undefined : exactText(body);
  // --data-raw: --data would read a file where the text begins with @.
  if (text !== undefined) return { before: '', flags: [`--data-raw ${shellQuoted(text)}`] };
  const before = `printf %s ${shellQuoted(base64(body))} | base64 -d | `;
  return { before, flags: ['--data-binary @-'] };
}

/** Undefined where the bytes aren't UTF-8 text, or hold what no argument can (NUL) or no terminal keeps. */
function exactText(body: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    return /[\0-\x08\x0b-\x1f\x7f\ufeff]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

function base64(body: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < body.length; at += 8192) {
    binary += String.fromCharCode(...body.subarray(at, at + 8192));
  }
  return btoa(binary);
}
