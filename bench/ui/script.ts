import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import type { Report } from './figure.ts';
import type { Stage } from './stage.ts';
import { wideGraph } from './wide-graph.ts';

export type ScriptOrder = { detail: boolean; report: Report };

const lists = [
  { what: 'Home', path: '/' },
  { what: 'workflows', path: '/workflows' },
  { what: 'requests', path: '/requests' },
  { what: 'runs', path: '/runs' },
  { what: 'endpoints', path: '/endpoints' },
  { what: 'connections', path: '/connections' },
  ...['account', 'workspace', 'people', 'tokens', 'audit'].map((name) => ({
    what: `settings: ${name}`,
    path: `/settings/${name}`,
  })),
].map((page) => ({ ...page, must: 200 }));
const editor = { what: 'editor', must: 450 };

type Script = { name: string; bytes: number };

export async function measureScript(stage: Stage, order: ScriptOrder): Promise<void> {
  const { id } = await stage.post<{ id: string }>('/api/v1/workflows', {
    name: 'Small',
    graph: wideGraph(4),
  });
  console.log('\nscript of a first load, gzipped');
  for (const { what, path, must } of [...lists, { ...editor, path: `/workflows/${id}` }]) {
    const scripts = await scriptsOf(stage, path);
    const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
    order.report({ what, value: bytes / 1000, unit: 'kB', good: 'below', must });
    if (order.detail) for (const script of scripts) console.log(`    ${toldOf(script)}`);
  }
}

/** All that a page loads until two seconds bring no more, the largest first. */
async function scriptsOf(stage: Stage, path: string): Promise<Script[]> {
  const page = await stage.openPage();
  const bodies: Promise<Script>[] = [];
  let last = Date.now();
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    last = Date.now();
    bodies.push(scriptOf(response));
  });
  const answer = await page.goto(path);
  if (!answer?.ok()) console.log(`  ${path} answered ${answer?.status()}:`);
  while (Date.now() - last < 2_000) await page.waitForTimeout(100);
  const scripts = await Promise.all(bodies);
  await page.close();
  return scripts.sort((a, b) => b.bytes - a.bytes);
}

async function scriptOf(response: Response): Promise<Script> {
  const body = await response.body();
  return { name: new URL(response.url()).pathname, bytes: gzipSync(body).length };
}

function toldOf({ name, bytes }: Script): string {
  return `${(bytes / 1000).toFixed(1).padStart(7)} kB  ${name}`;
}
