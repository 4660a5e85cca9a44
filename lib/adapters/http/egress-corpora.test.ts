import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Outbound } from './outbound.ts';
import { testDial } from './test-dial.ts';

type Target = {
  id: string;
  url: string;
  must_block: boolean;
  why: string;
  resolves_to?: string[];
  also_resolves?: Record<string, string[]>;
  resolves_to_sequence?: string[][];
  redirects_to?: string[];
  status?: number;
  loop?: boolean;
  allowlist?: string[];
};

const file = path.join(
  process.env.HOOKLINE_CORPORA ?? path.resolve('../shared/corpora'),
  'ssrf-targets.json',
);
const present = existsSync(file);
const targets: Target[] = present ? JSON.parse(readFileSync(file, 'utf8')) : [];
const publicAddress = '93.184.215.14';

let redirects: string[] = [];
let answer: Pick<Target, 'status' | 'loop'> = {};
const server = createServer((_request, response) => {
  const location = answer.loop ? redirects[0] : redirects.shift();
  response.writeHead(
    location === undefined ? 200 : (answer.status ?? 302),
    location ? { location } : {},
  );
  response.end('ok');
});
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterAll(() => new Promise<void>((done) => server.close(() => done())));

/** Name look-ups as the entry wants them. Other names are public, so that only what is tested decides. */
function resolver(target: Target) {
  const host = URL.canParse(target.url) ? new URL(target.url).hostname : '';
  let asked = 0;
  return async (name: string) => {
    asked += 1;
    const sequence = target.resolves_to_sequence;
    const own = sequence?.[Math.min(asked, sequence.length) - 1] ?? target.resolves_to ?? [];
    const found = name === host ? own : (target.also_resolves?.[name] ?? [publicAddress]);
    return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
}

/** As many calls as the name changes its mind, each over a connection of its own. */
async function verdictOf(target: Target) {
  redirects = [...(target.redirects_to ?? [])];
  answer = target;
  const reached: string[] = [];
  const resolve = resolver(target);
  let result = 'nothing sent';
  for (const _ of target.resolves_to_sequence ?? [[]]) {
    const dial = testDial((server.address() as AddressInfo).port, reached);
    const outbound = new Outbound({ allow: target.allowlist ?? [], resolve, dial });
    const sent = await outbound.send({
      ...{ method: 'POST', url: target.url, headers: {}, body: '{}', timeoutMs: 5000 },
      ...{ maxResponseBytes: 1000, maxRedirects: 5, credentialHeaders: [] },
      signal: new AbortController().signal,
    });
    result = sent.ok ? 'called' : sent.error.code;
    await outbound.stop();
  }
  return { result, reached };
}

describe.runIf(present)('the corpus of targets', () => {
  test.each(targets)('$id: $why ($url)', async (target) => {
    const { result, reached } = await verdictOf(target);
    if (!target.must_block) return expect(result).toBe('called');
    expect(['egress_blocked', 'invalid_url', 'dns_failed', 'too_many_redirects']).toContain(result);
    for (const address of reached) expect(address).toBe(publicAddress);
  });
});

test(
  present
    ? `${targets.length} targets of the corpus are decided`
    : 'the corpus is absent: own vectors alone',
  () => {
    expect(present || process.env.HOOKLINE_CORPORA === undefined).toBe(true);
  },
);
