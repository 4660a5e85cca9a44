'use client';

import { useEffect, useRef, useState } from 'react';

export type LiveState = 'connecting' | 'live' | 'lost';
export type LiveHandlers = {
  /** What came since the last call, oldest first. */
  request?(rows: readonly unknown[]): void;
  run?(rows: readonly unknown[]): void;
  step?(rows: readonly unknown[]): void;
  /** Too much was missed to be told: read what is shown again. */
  reset(): void;
};
type Kind = 'request' | 'run' | 'step';

/** A stream that the server refused is asked for again so long after. */
const againMs = 10_000;
/** A hidden tab draws no frames, but its list must not fall behind. */
const hiddenMs = 250;

/**
 * The live stream of a topic (`endpointId=…`, `workflowId=…`, `runId=…`, or empty for the
 * workspace). However many events come, handlers are called once per frame.
 */
export function useLive(topic: string, handlers: LiveHandlers): LiveState {
  const [state, setState] = useState<LiveState>('connecting');
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const batch = new Batch((kind, rows) => latest.current[kind]?.(rows));
    let stream: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      stream = new EventSource(`/api/v1/live?${topic}`);
      for (const kind of ['request', 'run', 'step'] as const) {
        stream.addEventListener(kind, (event) => batch.add(kind, event.data));
      }
      stream.addEventListener('reset', () => latest.current.reset());
      stream.addEventListener('open', () => setState('live'));
      stream.addEventListener('error', () => {
        setState('lost');
        // Else the browser tries by itself, and the server tells what was missed.
        if (stream?.readyState !== EventSource.CLOSED) return;
        again = setTimeout(() => {
          open();
          latest.current.reset();
        }, againMs);
      });
    };
    open();
    return () => {
      stream?.close();
      clearTimeout(again);
      batch.end();
    };
  }, [topic]);
  return state;
}

class Batch {
  readonly #tell: (kind: Kind, rows: readonly unknown[]) => void;
  #gathered = new Map<Kind, unknown[]>();
  #frame: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (kind: Kind, rows: readonly unknown[]) => void) {
    this.#tell = tell;
  }

  add(kind: Kind, data: string): void {
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
