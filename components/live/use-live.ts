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

/** The live stream of a topic. However many events come, handlers are called once per frame. */
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

  constructor(tell: (kind: LiveKind, rows: readonly unknown[]) => void) {
    this.#tell = tell;
  }

  add(kind: LiveKind, data: string): void {
    const rows = this.#gathered.get(kind) ?? [];
    rows.push(JSON.parse(data));
    this.#gathered.set(kind, rows);
    if (this.#timer !== undefined) return;
    this.#frame = requestAnimationFrame(() => this.#flush());
    this.#timer = setTimeout(() => this.#flush(), hiddenMs);
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
    for (const [kind, rows] of gathered) this.#tell(kind, rows);
  }
}
