import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { signingSecret } from '../runs/workflow.ts';
import { median, type Report } from './figure.ts';
import { metered } from './meter.ts';
import type { SendOrder, Sent } from './send.ts';
import type { Stage } from './stage.ts';

export type InspectorOrder = { perSecond: number; seconds: number; report: Report };

export async function measureInspector(stage: Stage, order: InspectorOrder): Promise<void> {
  const { perSecond, seconds, report } = order;
  const { id, url } = await stage.post<{ id: string; url: string }>('/api/v1/endpoints', {
    name: 'Busy',
    verification: { scheme: 'github', secrets: [signingSecret] },
  });
  const send = { port: Number(new URL(stage.url).port), token: url.split('/').at(-1) ?? '' };
  await sendAll({ ...send, perSecond: 100, seconds: 1, prefix: 'before' });
  const page = await stage.openPage();
  await page.goto(`/endpoints/${id}`);
  await page.getByRole('row').nth(20).waitFor();
  const before = await usedHeap(page);
  let sent: Sent = { sent: 0, seconds: 1 };
  const profile = stage.profileFolder && `${stage.profileFolder}/inspector.cpuprofile`;
  const seen = await metered(page, { profile }, async () => {
    sent = await sendAll({ ...send, perSecond, seconds, prefix: 'flood' });
  });
  const grown = (await usedHeap(page)) - before;
  const reached = sent.sent / sent.seconds;
  console.log(`\ninspector, ${sent.sent} requests at ${reached.toFixed(0)} per second`);
  report({
    what: 'arrivals shown',
    value: (await shownRows(page)) - 100,
    unit: 'rows',
    good: 'above',
    must: sent.sent,
  });
  report({
    what: 'the median second',
    value: median(seen.bySecond),
    unit: 'frames/s',
    good: 'above',
    must: 30,
  });
  report({
    what: 'the worst second',
    value: Math.min(...seen.bySecond),
    unit: 'frames/s',
    good: 'above',
    must: 30,
  });
  report({ what: 'longest task', value: seen.longestTask, unit: 'ms', good: 'below' });
  report({ what: 'heap grown', value: grown / 1e6, unit: 'MB', good: 'below', must: 100 });
  await page.close();
}

/** Bytes of JavaScript's heap that are in use after all garbage is gone. */
async function usedHeap(page: Page): Promise<number> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  return usedSize;
}

/** The grid says how many there are, though only some are drawn. */
async function shownRows(page: Page): Promise<number> {
  const count = await page.getByRole('grid').first().getAttribute('aria-rowcount');
  return Number(count) - 1;
}

/** In a process of its own: it must not take turns with what measures. */
function sendAll(order: SendOrder): Promise<Sent> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'send.ts'), [JSON.stringify(order)]);
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Sent));
    child.once('exit', (code) => reject(new Error(`The sender ended with ${code}.`)));
  });
}
