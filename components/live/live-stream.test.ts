import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLiveStream } from './live-stream.ts';

class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  readonly url: string;
  readyState = 1;

  constructor(url: string) {
    super();
    this.url = url;
    opened.push(this);
  }

  close(): void {
    this.readyState = FakeSource.CLOSED;
  }

  tell(kind: string, data: string, lastEventId: string): void {
    this.dispatchEvent(Object.assign(new Event(kind), { data, lastEventId }));
  }
}

let opened: FakeSource[] = [];
let page: EventTarget & { hidden: boolean };
const sink = { event: vi.fn(), state: vi.fn(), reset: vi.fn() };

beforeEach(() => {
  vi.useFakeTimers();
  opened = [];
  page = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal('EventSource', FakeSource);
  vi.stubGlobal('document', page);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

function show(hidden: boolean): void {
  page.hidden = hidden;
  page.dispatchEvent(new Event('visibilitychange'));
}

const urls = () => opened.map(({ url }) => url);
const isOpen = () => opened.at(-1)?.readyState === 1;

test('a tab in sight hears of its topic, and no more once it is left', () => {
  const close = openLiveStream('endpointId=e', sink);
  expect(urls()).toEqual(['/api/v1/live?endpointId=e']);
  opened[0]?.tell('run', '{"id":"r"}', '5');
  expect(sink.event.mock.calls).toEqual([['run', '{"id":"r"}']]);
  close();
  expect(isOpen()).toBe(false);
});

test('a tab out of sight gives its stream up, and goes on where it left off', () => {
  openLiveStream('', sink);
  opened[0]?.tell('request', '{}', '17');
  show(true);
  vi.advanceTimersByTime(60_000);
  expect(isOpen()).toBe(false);
  show(false);
  expect(urls()).toEqual(['/api/v1/live?', '/api/v1/live?lastEventId=17']);
  expect(sink.reset).not.toHaveBeenCalled();
});

test('a look elsewhere for a moment costs nothing', () => {
  openLiveStream('', sink);
  show(true);
  vi.advanceTimersByTime(1_000);
  show(false);
  vi.advanceTimersByTime(60_000);
  expect([opened.length, isOpen()]).toEqual([1, true]);
});

test('a tab opened in the background asks for nothing until it is seen', () => {
  page.hidden = true;
  openLiveStream('', sink);
  expect(opened).toEqual([]);
  show(false);
  expect(isOpen()).toBe(true);
});

test('one that heard nothing before it was hidden reads again', () => {
  openLiveStream('', sink);
  show(true);
  vi.advanceTimersByTime(60_000);
  show(false);
  expect(sink.reset).toHaveBeenCalledTimes(1);
});

test('a stream that the server refused is asked for again later, and what is shown read again', () => {
  openLiveStream('', sink);
  opened[0]?.close();
  opened[0]?.dispatchEvent(new Event('error'));
  expect(sink.state.mock.calls).toEqual([['lost']]);
  vi.advanceTimersByTime(10_000);
  expect([opened.length, isOpen()]).toEqual([2, true]);
  expect(sink.reset).toHaveBeenCalledTimes(1);
});
