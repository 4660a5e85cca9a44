import { execFile, execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { curlCommand } from './curl-command.ts';

type Got = { method: string; url: string; headers: string[]; body: Buffer };
const got: Got[] = [];
const sender = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const { method = '', url = '', rawHeaders } = request;
    got.push({ method, url, headers: rawHeaders, body: Buffer.concat(parts) });
    response.end();
  });
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => sender.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(sender.address() as AddressInfo).port}`;
});
afterAll(() => {
  sender.close();
});

const base = { method: 'POST', headers: [] as [string, string][], fileName: 'body.bin' };
const bytes = (text: string) => new TextEncoder().encode(text);

/** Typed in, as a person pastes it: an argument of bash's own would be cut at 128 KiB. */
function runInBash(script: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const bash = execFile('bash', ['-s'], (failed) => (failed ? reject(failed) : resolve()));
    bash.stdin?.end(script);
  });
}

/** What curl would be called with, as a real bash splits the command. */
function argumentsOf(command: string): { args: string[]; input: Buffer } {
  const script = `curl() { printf '%s\\0' "$@"; printf '\\0'; [[ " $* " == *" @- "* || "\${@: -1}" == "@-" ]] && cat; true; }\n${command}`;
  const output = execFileSync('bash', ['-c', script], { maxBuffer: 1 << 26 });
  const end = output.indexOf('\0\0');
  return {
    args: output.subarray(0, end).toString().split('\0'),
    input: output.subarray(end + 2),
  };
}

test('quotes, dollars, backticks, newlines and a leading @ reach curl as they are', () => {
  const body = `@it's "$HOME" \`id\` \\ \n !! {a,b}`;
  const headers: [string, string][] = [['X-Odd', `'"$(id)`]];
  const { args } = argumentsOf(
    curlCommand({ ...base, headers, url: 'http://a/b?c=[1]', body: bytes(body) }),
  );
  expect(args.at(-1)).toBe(body);
  expect(args).toContain(`X-Odd: '"$(id)`);
  expect(args).toContain('http://a/b?c=[1]');
});

test('whatever the bytes, a shell hands exactly these to curl', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.string({ unit: 'binary', minLength: 1 }).map(bytes),
        fc.string({ minLength: 1 }).map(bytes),
      ),
      (body) => {
        const { args, input } = argumentsOf(curlCommand({ ...base, url: 'http://a/', body }));
        const sent =
          args.at(-1) === '@-' && args.at(-2) === '--data-binary'
            ? input
            : Buffer.from(args.at(-1) ?? '');
        expect(sent.equals(Buffer.from(body))).toBe(true);
      },
    ),
    { numRuns: 25 },
  );
});

test('a real curl sends the same method, address, headers and bytes', async () => {
  const cases = [
    {
      method: 'POST',
      body: bytes('{"a":"ü \'"}'),
      headers: [
        ['Content-Type', 'application/json'],
        ['X-Empty', ''],
        ['X-Twice', '1'],
        ['X-Twice', '2'],
      ],
    },
    { method: 'PUT', body: new Uint8Array([0, 255, 13, 10, 39]), headers: [] },
    { method: 'GET', body: new Uint8Array(), headers: [['User-Agent', 'Sender/1']] },
    { method: 'POST', body: bytes('x'.repeat(200_000)), headers: [] },
  ] satisfies { method: string; body: Uint8Array; headers: [string, string][] }[];
  for (const one of cases) {
    const command = curlCommand({ ...base, ...one, url: `${origin}/hooks/t/../{x}?q=[1]&r='` });
    await runInBash(`${command} -sS\n`);
    const last = got.at(-1);
    expect(last).toMatchObject({ method: one.method, url: `/hooks/t/../{x}?q=[1]&r='` });
    expect(last?.body.equals(Buffer.from(one.body))).toBe(true);
    const own = new Set(['host', 'content-length', 'connection', 'expect', 'transfer-encoding']);
    const pairs = last?.headers.flatMap((name, at, all) =>
      at % 2 === 0 ? [[name, all[at + 1]]] : [],
    );
    expect(pairs?.filter(([name = '']) => !own.has(name.toLowerCase()))).toEqual(one.headers);
  }
});

test('a body too long for a command line is read from the file it was saved as', () => {
  const { args } = argumentsOf(
    curlCommand({ ...base, url: 'http://a/', body: new Uint8Array(1_000_001) }),
  );
  expect(args.slice(-2)).toEqual(['--data-binary', '@body.bin']);
});
