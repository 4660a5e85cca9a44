import pg from 'pg';
import type { PoolConfig } from '#lib/adapters/db/pool.ts';
import type { Log } from '#lib/log.ts';

/** What processes tell each other. Ids only: whoever needs more reads the database. */
export type Notice =
  /** An endpoint's configuration moved: drop it from the door's cache. */
  | { kind: 'endpoint'; id: string }
  /** The outbox has rows: the relay has work. */
  | { kind: 'outbox' }
  /** Live updates for people who watch. */
  | { kind: 'request'; id: string; endpointId: string }
  | { kind: 'run'; id: string; workflowId: string; requestId: string }
  | { kind: 'step'; runId: string; workflowId: string; nodeId: string; item: number; status: string }
  /** A run answered the sender who waits at another process's door. */
  | { kind: 'answer'; requestId: string }
  | { kind: 'cancel'; runId: string };

export type Notifications = {
  /** Sent within 50 ms, many in one NOTIFY; identical ones once. Reaches this process's subscribers too. */
  publish(notice: Notice): void;
  subscribe(listener: (notice: Notice) => void): () => void;
  /** Told `false` when notices may have been missed, `true` once LISTEN stands again. */
  onConnection(listener: (connected: boolean) => void): () => void;
  connected(): boolean;
  start(): Promise<void>;
  stop(): Promise<void>;
};

const channel = 'hookline';
/** NOTIFY serialises commits, so at most 20 a second leave a process. */
const sendEveryMs = 50;
/** PostgreSQL refuses 8000 bytes and more. */
const maxPayloadBytes = 7900;
const reconnectMs = 500;

/** One connection of its own for LISTEN and NOTIFY, apart from the pool: it must never wait for one. */
export function createNotifications(config: PoolConfig, log: Log): Notifications {
  const listeners = new Set<(notice: Notice) => void>();
  const connectionListeners = new Set<(connected: boolean) => void>();
  const waiting = new Map<string, Notice>();
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let reconnect: NodeJS.Timeout | undefined;
  let stopped = false;
  let sending = Promise.resolve();

  const tell = (connected: boolean) => {
    for (const listener of connectionListeners) listener(connected);
  };

  async function connect(): Promise<void> {
    const next = new pg.Client({ ...config, keepAlive: true });
    next.on('notification', (message) => deliver(message.payload ?? '[]'));
    next.on('error', () => lost(next));
    next.on('end', () => lost(next));
    await next.connect();
    await next.query(`LISTEN ${channel}`);
    client = next;
    tell(true);
    if (waiting.size > 0) schedule();
  }

  function lost(which: pg.Client): void {
    if (client !== which) return;
    client = undefined;
    tell(false);
    if (!stopped) retry();
  }

  function retry(): void {
    clearTimeout(reconnect);
    reconnect = setTimeout(() => {
      connect().catch((cause: Error) => {
        log.warn('notifications.reconnect_failed', { message: cause.message });
        if (!stopped) retry();
      });
    }, reconnectMs);
  }

  function deliver(payload: string): void {
    let notices: Notice[];
    try {
      notices = JSON.parse(payload) as Notice[];
    } catch {
      log.warn('notifications.unreadable', { bytes: payload.length });
      return;
    }
    for (const notice of notices) for (const listener of listeners) listener(notice);
  }

  function schedule(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      sending = sending.then(send);
    }, sendEveryMs);
  }

  async function send(): Promise<void> {
    while (waiting.size > 0 && client) {
      const batch = takeBatch(waiting);
      try {
        await client.query('SELECT pg_notify($1, $2)', [channel, JSON.stringify(batch.map(([, n]) => n))]);
      } catch (cause) {
        for (const [key, notice] of batch) waiting.set(key, notice);
        log.warn('notifications.send_failed', { message: (cause as Error).message });
        return;
      }
    }
  }

  return {
    publish(notice) {
      waiting.set(JSON.stringify(notice), notice);
      schedule();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onConnection(listener) {
      connectionListeners.add(listener);
      return () => connectionListeners.delete(listener);
    },
    connected: () => client !== undefined,
    start: connect,
    async stop() {
      clearTimeout(timer);
      timer = undefined;
      await sending;
      await send();
      stopped = true;
      clearTimeout(reconnect);
      const last = client;
      client = undefined;
      await last?.end();
    },
  };
}

/** Takes as many notices as one payload holds. */
function takeBatch(waiting: Map<string, Notice>): [string, Notice][] {
  const batch: [string, Notice][] = [];
  let bytes = 2;
  for (const entry of waiting) {
    bytes += Buffer.byteLength(entry[0]) + 1;
    if (bytes > maxPayloadBytes && batch.length > 0) break;
    batch.push(entry);
    waiting.delete(entry[0]);
  }
  return batch;
}
