import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eventStream, type StreamEvent } from './event-stream.ts';

type Sink = { send(event: StreamEvent): boolean; close(): void };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open(options: { allowed?: () => boolean } = {}) {
  const { allowed = () => true } = options;
  let sink: Sink | undefined;
  const ended = vi.fn();
  const abort = new AbortController();
  const stream = eventStream({
    subscribe: (given) => {
      sink = given;
      return ended;
    },
    stillAllowed: async () => allowed(),
    signal: abort.signal,
  });
  if (!stream || !sink) throw new Error('The stream did not open.');
  const reader = stream.getReader();
  const read = async () => new TextDecoder().decode((await reader.read()).value);
  return { sink, ended, abort, reader, read };
}

test('an event is written with its id, its name and one line of JSON', async () => {
  const { sink, read } = open();
  expect(await read()).toBe('retry: 2000\n\n');
  expect(sink.send({ id: '7', event: 'run', data: { text: 'two\nlines' } })).toBe(true);
  expect(await read()).toBe('id: 7\nevent: run\ndata: {"text":"two\\nlines"}\n\n');
});

test('a comment every fifteen seconds keeps it open', async () => {
  const { read } = open();
  await read();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await read()).toBe(':\n\n');
});

test('a caller who may no longer listen is cut off within a minute', async () => {
  let allowed = true;
  const { reader, ended } = open({ allowed: () => allowed });
  allowed = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ended).toHaveBeenCalledOnce();
  let last = await reader.read();
  while (!last.done) last = await reader.read();
  expect(last.done).toBe(true);
});

test('a client that leaves, or whose connection breaks, ends its subscription', async () => {
  const left = open();
  await left.reader.cancel();
  expect(left.ended).toHaveBeenCalledOnce();
  expect(left.sink.send({ id: '1', event: 'run', data: {} })).toBe(false);
  const broken = open();
  broken.abort.abort();
  expect(broken.ended).toHaveBeenCalledOnce();
});

test('a client that doesn’t read is told apart once a megabyte waits for it', () => {
  const { sink } = open();
  const data = 'x'.repeat(100_000);
  const sent = Array.from({ length: 12 }, (_, n) => sink.send({ id: `${n}`, event: 'run', data }));
  expect(sent.slice(0, 9)).not.toContain(false);
  expect(sent.at(-1)).toBe(false);
});

test('where no more streams may be opened there is none', () => {
  const signal = new AbortController().signal;
  const stillAllowed = async () => true;
  expect(eventStream({ subscribe: () => null, stillAllowed, signal })).toBeNull();
});
