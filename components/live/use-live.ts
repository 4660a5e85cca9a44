'use client';

import { useEffect, useRef, useState } from 'react';
import { type LiveKind, type LiveState, openLiveStream } from './live-stream.ts';

export type LiveHandlers = {
  /** What came since the last call, oldest first. */
  request?(rows: readonly unknown[]): void;
  run?(rows: readonly unknown[]): void;
  step?(rows: readonly unknown[]): void;
  /** Too much was missed to be told: read what is shown again. */
  reset(): void;
};

/** A tab that was just hidden draws no frames, but its list must not fall behind. */
const hiddenMs = 250;
/** So many at once replace all rows in sight: they come so often that nobody reads them. */
const flood = 20;
const floodMs = 250;

/**
 * The live stream of a topic. However many events come, handlers are called once per frame, and in a
 * flood four times a second: the page stays quick to whoever does something else on it.
 */
export function useLive(topic: string, handlers: LiveHandlers): LiveState {
  const [state, setState] = useState<LiveState>('connecting');
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const batch = new Batch((kind, rows) => latest.current[kind]?.(rows));
    const close = openLiveStream(topic, {
      event: (kind, data) => batch.add(kind, data),
      state: setState,
      reset: () => latest.current.reset(),
    });
    return () => {
      close();
      batch.end();
    };
  }, [topic]);
  return state;
}

class Batch {
  readonly #tell: (kind: LiveKind, rows: readonly unknown[]) => void;
  #gathered = new Map<LiveKind, unknown[]>();
  #frame: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flooded = false;

  constructor(tell: (kind: LiveKind, rows: readonly unknown[]) => void) {
    this.#tell = tell;
  }

  add(kind: LiveKind, data: string): void {
    const rows = this.#gathered.get(kind) ?? [];
    rows.push(JSON.parse(data));
    this.#gathered.set(kind, rows);
    if (this.#timer !== undefined) return;
    if (!this.#flooded) this.#frame = requestAnimationFrame(() => this.#flush());
    this.#timer = setTimeout(() => this.#flush(), this.#flooded ? floodMs : hiddenMs);
  }

  end(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #flush(): void {
    this.end();
    const gathered = this.#gathered;
    this.#gathered = new Map();
    this.#flooded = [...gathered.values()].some((rows) => rows.length > flood);
    for (const [kind, rows] of gathered) this.#tell(kind, rows);
  }
}
