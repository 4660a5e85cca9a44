import { afterEach, expect, test, vi } from 'vitest';
import { BodyWatch } from './body-watch.ts';

afterEach(() => void vi.useRealTimers());

test('a body that comes too slowly is ended; one that came is left alone, and nothing ticks on', () => {
  vi.useFakeTimers();
  const watch = new BodyWatch();
  const ended: string[] = [];
  const [slow, quick, late] = ['slow', 'quick', 'late'].map((name) => () => void ended.push(name));
  watch.add(slow!);
  watch.add(quick!);
  watch.delete(quick!);
  vi.advanceTimersByTime(15_000);
  watch.add(late!);
  vi.advanceTimersByTime(17_000);
  expect(ended).toEqual(['slow']);
  vi.advanceTimersByTime(15_000);
  expect(ended).toEqual(['slow', 'late']);
  vi.advanceTimersByTime(2_000);
  expect(vi.getTimerCount()).toBe(0);
});
