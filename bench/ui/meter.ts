import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';

export type Metered = {
  seconds: number;
  /** Frames that were drawn, and those in which what is watched had moved. */
  frames: number;
  moved: number;
  /** Frames of each whole second. */
  bySecond: number[];
  /** Milliseconds; 0 where no task took 50. */
  longestTask: number;
};

export type Watched = {
  /** The element whose `transform` says that something moved. */
  moving?: string;
  /** Named where a CPU profile is wanted: the file that it goes to. */
  profile?: string | undefined;
};

type Noted = { from: number; times: number[]; moved: number; tasks: number[]; stop(): void };
type Metering = { hooklineMeter?: Noted };

/** Counts the page's frames and long tasks while `act` goes on, and long tasks for a while after it. */
export async function metered(
  page: Page,
  { moving, profile }: Watched,
  act: (cdp: CDPSession) => Promise<void>,
): Promise<Metered> {
  const cdp = await page.context().newCDPSession(page);
  if (profile) await startProfile(cdp);
  await page.evaluate(begin, moving ?? '');
  await act(cdp);
  const counted = await page.evaluate(count);
  // What follows a gesture (saving, checking) must not stall the page either.
  await page.waitForTimeout(settleMs);
  const longestTask = await page.evaluate(end);
  if (profile) await keepProfile(cdp, profile);
  await cdp.detach();
  return { ...counted, longestTask };
}

const settleMs = 1_500;

function begin(moving: string): void {
  const noted: Noted = { from: performance.now(), times: [], moved: 0, tasks: [], stop() {} };
  const element = moving === '' ? null : document.querySelector<HTMLElement>(moving);
  let place = element?.style.transform;
  let next = 0;
  const frame = () => {
    noted.times.push(performance.now());
    if (element && element.style.transform !== place) {
      noted.moved += 1;
      place = element.style.transform;
    }
    next = requestAnimationFrame(frame);
  };
  next = requestAnimationFrame(frame);
  const observer = new PerformanceObserver((list) => {
    noted.tasks.push(...list.getEntries().map(({ duration }) => duration));
  });
  observer.observe({ type: 'longtask' });
  noted.stop = () => {
    cancelAnimationFrame(next);
    observer.disconnect();
  };
  (window as Metering).hooklineMeter = noted;
}

function count(): Omit<Metered, 'longestTask'> {
  const noted = (window as Metering).hooklineMeter;
  if (!noted) throw new Error('The page was left.');
  const { from, times, moved } = noted;
  const seconds = (performance.now() - from) / 1000;
  const bySecond = Array.from({ length: Math.floor(seconds) }, () => 0);
  for (const time of times) {
    const second = Math.floor((time - from) / 1000);
    if (second < bySecond.length) bySecond[second] = (bySecond[second] ?? 0) + 1;
  }
  return { seconds, frames: times.length, moved, bySecond };
}

function end(): number {
  const noted = (window as Metering).hooklineMeter;
  noted?.stop();
  return Math.max(0, ...(noted?.tasks ?? []));
}

async function startProfile(cdp: CDPSession): Promise<void> {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 500 });
  await cdp.send('Profiler.start');
}

async function keepProfile(cdp: CDPSession, path: string): Promise<void> {
  const { profile } = await cdp.send('Profiler.stop');
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, JSON.stringify(profile));
}
