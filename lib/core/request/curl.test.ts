import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curlCommand } from './curl.ts';

/** What a shell hands to the command, one argument per NUL. */
function readByShell(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  return execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((t) => t.replaceAll('\0', ''));

test('a shell reads exactly the URL, headers and body that were given', () => {
  fc.assert(
    fc.property(text, text, (value, body) => {
      const url = 'https://hooks.example/hooks/abc?a=1&b=$HOME';
      const command = curlCommand({ method: 'POST', url, headers: [['x-a', value]], body });
      const header = value === '' ? 'x-a;' : `x-a: ${value}`;
      const data = body === '' ? [] : ['--data-raw', body];
      expect(readByShell(command)).toEqual(['-X', 'POST', url, '-H', header, ...data]);
    }),
    { numRuns: 60 },
  );
});
