import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isStartRefusal } from '#lib/core/start-refusal.ts';
import { type Environment, readEnvironment } from '#lib/env.ts';
import { createLog, type Log } from '#lib/log.ts';
import { buildWiring, type Service, type Wiring } from '#lib/wiring/build.ts';
import { type OpenDatabase, openDatabase } from '#lib/wiring/open-database.ts';
import { readMasterKey } from '#lib/wiring/open-secrets.ts';
import { prepareDatabase } from '#lib/wiring/prepare-database.ts';
import { installWiring } from '#lib/wiring.ts';
import { createFront, listen } from './front.ts';
import { localUrl, openingWords } from './opening-words.ts';
import { Pages } from './pages.ts';
import { onStopSignal } from './signals.ts';

const root = resolve(import.meta.dirname, '..');
const pagesAfterMs = 300;
/** Answers under way get this long; the services have their own patience. */
const connectionsEndWithinMs = 5_000;

/** One run of the server process, from the first line to the exit code. */
export class HooklineServer {
  #state: 'starting' | 'ok' | 'draining' = 'starting';
  #front: Server | undefined;
  #database: OpenDatabase | undefined;
  #wiring: Wiring | undefined;
  readonly #started: Service[] = [];
  #pages: Pages | undefined;
  #version = '';
  #role = 'all';
  #end: (code: number) => void = () => {};

  /** Resolves with the exit code once everything is closed. */
  async run(): Promise<number> {
    const ended = new Promise<number>((resolveEnd) => {
      this.#end = resolveEnd;
    });
    onStopSignal(
      () => this.#end(0),
      () => process.exit(1),
    );
    process.on('uncaughtException', (cause) => this.#crash(cause));
    const started = this.#start().catch((cause) => this.#crash(cause));
    const code = await ended;
    this.#state = 'draining';
    // A signal in the middle of a start: what is half open must be open before it can be closed.
    await started;
    await this.#stop();
    return code;
  }

  async #start(): Promise<void> {
    const environment = readEnvironment();
    const log = createLog(environment.HOOKLINE_LOG_LEVEL);
    this.#version = readVersion();
    this.#role = environment.HOOKLINE_ROLE;
    this.#front = this.#createFront();
    await listen(this.#front, environment.HOST, environment.PORT);
    this.#wiring = await this.#wire(environment, log);
    installWiring(this.#wiring);
    await this.#startServices(this.#wiring.services);
    if (this.#state !== 'starting') return;
    if (environment.HOOKLINE_ROLE !== 'worker') this.#openPages(this.#front, this.#wiring);
    this.#state = 'ok';
    await this.#greet(environment, this.#front);
  }

  async #startServices(services: Service[]): Promise<void> {
    for (const service of services) {
      if (this.#state !== 'starting') return;
      this.#started.push(service);
      await service.start?.();
    }
  }

  async #wire(environment: Environment, log: Log): Promise<Wiring> {
    const secretBefore = environment.DATABASE_URL ? await readMasterKey(environment) : undefined;
    this.#database = await openDatabase({
      environment,
      say: (sentence) => process.stdout.write(`${sentence}\n`),
      onFatal: (cause) => this.#crash(cause),
    });
    const secret = secretBefore ?? (await readMasterKey(environment));
    await prepareDatabase(this.#database.config, join(root, 'prisma'));
    return buildWiring({
      environment,
      log,
      database: this.#database.config,
      secret,
      root,
    });
  }

  #createFront(): Server {
    return createFront({
      unwell: () => this.#unwell(),
      draining: () => this.#state === 'draining',
      health: () => ({ role: this.#role, version: this.#version }),
      door: () => this.#door(),
      pages: () => this.#pages,
    });
  }

  #door() {
    if (this.#state === 'starting' || this.#role === 'worker') return undefined;
    return this.#wiring?.door;
  }

  #unwell(): string | null {
    if (this.#state !== 'ok') return this.#state;
    return this.#database?.ready() ? null : 'recovering';
  }

  #openPages(httpServer: Server, { sender, environment }: Wiring): void {
    const dev = environment.NODE_ENV === 'development';
    const pages = new Pages({ httpServer, folder: root, sender, dev });
    this.#pages = pages;
    // Whoever waits for health has the first word.
    setTimeout(() => pages.load(), pagesAfterMs).unref();
  }

  async #greet(environment: Environment, front: Server): Promise<void> {
    const { port } = front.address() as AddressInfo;
    const url = environment.HOOKLINE_APP_URL ?? localUrl(environment.HOST, port);
    const words = openingWords({
      url,
      role: environment.HOOKLINE_ROLE,
      dataFolder: environment.DATABASE_URL ? undefined : resolve(environment.HOOKLINE_DATA),
      database: this.#database?.where ?? '',
      claimLink: await this.#wiring?.claimLink?.(url),
    });
    process.stdout.write(words);
  }

  async #stop(): Promise<void> {
    this.#front?.close();
    this.#front?.closeIdleConnections();
    // The first is the pool, which answers under way need to their end.
    const [pool, ...others] = this.#started;
    for (const service of others.reverse()) await this.#stopService(service);
    await this.#closeFront();
    await this.#pages?.close();
    if (pool) await this.#stopService(pool);
    await this.#database?.stop();
  }

  async #stopService(service: Service): Promise<void> {
    try {
      await service.stop?.();
    } catch (cause) {
      this.#wiring?.log.error('stop.failed', { message: (cause as Error).message });
    }
  }

  async #closeFront(): Promise<void> {
    const front = this.#front;
    if (!front) return;
    const closed = new Promise((done) => front.close(done));
    const patience = new AbortController();
    await Promise.race([
      closed,
      sleep(connectionsEndWithinMs, undefined, { signal: patience.signal }).catch(() => {}),
    ]);
    patience.abort();
    front.closeAllConnections();
  }

  #refuse(cause: unknown): number {
    const { message, stack } = cause as Error;
    process.stderr.write(`${isStartRefusal(cause) ? message : (stack ?? message)}\n`);
    return 1;
  }

  #crash(cause: Error): void {
    this.#end(this.#refuse(cause));
  }
}

function readVersion(): string {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
