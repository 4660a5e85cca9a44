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
  /** Too many to name came to an endpoint since then (Unix milliseconds): read them again. */
  | { kind: 'requests'; endpointId: string; since: number }
  | { kind: 'run'; id: string; workflowId: string; requestId: string }
  | {
      kind: 'step';
      runId: string;
      workflowId: string;
      nodeId: string;
      item: number;
      status: string;
    }
  /** A run answered the sender who waits at another process's door. */
  | { kind: 'answer'; requestId: string }
  | { kind: 'cancel'; runId: string };

const channel = 'hookline';
/** NOTIFY serialises commits, so at most 20 a second leave a process. */
const sendEveryMs = 50;
/** PostgreSQL refuses 8000 bytes and more. */
const maxPayloadBytes = 7900;
const reconnectMs = 500;

type Listener<T> = (value: T) => void;

/** One connection of its own for LISTEN and NOTIFY, apart from the pool: it must never wait for one. */
export class Notifications {
  readonly #config: PoolConfig;
  readonly #log: Log;
  readonly #listeners = new Set<Listener<Notice>>();
  readonly #connectionListeners = new Set<Listener<boolean>>();
  readonly #waiting = new Map<string, Notice>();
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #reconnect: NodeJS.Timeout | undefined;
  #stopped = false;
  #sending: Promise<void> = Promise.resolve();

  constructor(config: PoolConfig, log: Log) {
    this.#config = config;
    this.#log = log;
  }

  async start(): Promise<void> {
    const client = new pg.Client({ ...this.#config, keepAlive: true });
    client.on('notification', (message) => this.#deliver(message.payload ?? '[]'));
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    await client.connect();
    await client.query(`LISTEN ${channel}`);
    this.#client = client;
    this.#tell(true);
    if (this.#waiting.size > 0) this.#schedule();
  }

  /** Sends what is waiting, then closes. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#sending;
    await this.#send();
    this.#stopped = true;
    clearTimeout(this.#reconnect);
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  /** Sent within 50 ms, many in one NOTIFY, identical ones once. Reaches this process's subscribers too. */
  publish(notice: Notice): void {
    this.#waiting.set(JSON.stringify(notice), notice);
    this.#schedule();
  }

  /** Returns what ends the subscription. */
  subscribe(listener: Listener<Notice>): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Told `false` when notices may have been missed, `true` once LISTEN stands again. */
  onConnection(listener: Listener<boolean>): () => void {
    this.#connectionListeners.add(listener);
    return () => this.#connectionListeners.delete(listener);
  }

  get connected(): boolean {
    return this.#client !== undefined;
  }

  #tell(connected: boolean): void {
    for (const listener of this.#connectionListeners) listener(connected);
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    this.#tell(false);
    if (!this.#stopped) this.#retry();
  }

  #retry(): void {
    clearTimeout(this.#reconnect);
    this.#reconnect = setTimeout(() => {
      this.start().catch((cause: Error) => {
        this.#log.warn('notifications.reconnect_failed', { message: cause.message });
        if (!this.#stopped) this.#retry();
      });
    }, reconnectMs);
  }

  #deliver(payload: string): void {
    let notices: Notice[];
    try {
      notices = JSON.parse(payload) as Notice[];
    } catch {
      this.#log.warn('notifications.unreadable', { bytes: payload.length });
      return;
    }
    for (const notice of notices) for (const listener of this.#listeners) listener(notice);
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#sending = this.#sending.then(() => this.#send());
    }, sendEveryMs);
  }

  async #send(): Promise<void> {
    while (this.#waiting.size > 0 && this.#client) {
      const batch = takeBatch(this.#waiting);
      const payload = JSON.stringify(batch.map(([, notice]) => notice));
      try {
        await this.#client.query('SELECT pg_notify($1, $2)', [channel, payload]);
      } catch (cause) {
        for (const [key, notice] of batch) this.#waiting.set(key, notice);
        this.#log.warn('notifications.send_failed', { message: (cause as Error).message });
        return;
      }
    }
  }
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
