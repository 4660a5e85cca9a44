import { curlHeader, shellQuoted } from './curl-words.ts';
import type { HeaderList } from './inbound-request.ts';

export type CurlRequest = { method: string; url: string; headers: HeaderList; body: string };

/**
 * A request as a command for a POSIX shell. Values stand between single quotes, where a shell reads
 * nothing into them; `--data-raw`, since `--data` would take a leading `@` for a file.
 */
export function curlCommand({ method, url, headers, body }: CurlRequest): string {
  const lines = [`curl -X ${quoted(method)} ${quoted(url)}`];
  for (const [name, value] of headers) lines.push(`-H ${quoted(curlHeader(name, value))}`);
  if (body !== '') lines.push(`--data-raw ${quoted(body)}`);
  return lines.join(' \\\n  ');
}

function quoted(text: string): string {
  return /^[A-Za-z]+$/.test(text) ? text : shellQuoted(text);
}
