import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type NodeOptions = {
  /** Where its log goes. */
  folder: string;
  name: string;
  environment: Record<string, string>;
};

const root = resolve(import.meta.dirname, '..', '..');
const healthyWithinMs = 90_000;

/** One server process, which may be killed and started again on its port. */
export class ServerNode {
  readonly port: number;
  readonly #options: NodeOptions;
  #child: ChildProcess | undefined;
  #exited: Promise<void> = Promise.resolve();

  private constructor(options: NodeOptions, port: number) {
    this.#options = options;
    this.port = port;
  }

  static async create(options: NodeOptions): Promise<ServerNode> {
    mkdirSync(options.folder, { recursive: true });
    return new ServerNode(options, await freePort());
  }

  get name(): string {
    return this.#options.name;
  }

  start(): void {
    const { folder, name, environment } = this.#options;
    const child = spawn(process.execPath, ['server.ts'], {
      cwd: root,
      env: {
        ...process.env,
        ...environment,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(this.port),
        HOOKLINE_EGRESS_ALLOW: '127.0.0.1/32',
        HOOKLINE_LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => appendFileSync(join(folder, `${name}.log`), chunk));
    }
    this.#exited = new Promise((done) => child.once('exit', () => done()));
    this.#child = child;
  }

  async healthy(): Promise<void> {
    const deadline = Date.now() + healthyWithinMs;
    while (Date.now() < deadline) {
      if (this.#child?.exitCode != null || this.#child?.signalCode != null) {
        throw new Error(`${this.name} ended by itself.`);
      }
      const well = await fetch(`http://127.0.0.1:${this.port}/api/health`).then(
        (response) => response.ok,
        () => false,
      );
      if (well) return;
      await sleep(50);
    }
    throw new Error(`${this.name} was not healthy within ${healthyWithinMs / 1000} s.`);
  }

  /** As a power cut would: nothing of it runs on. */
  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.#exited;
  }

  async stop(): Promise<void> {
    this.#child?.kill('SIGTERM');
    await this.#exited;
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
