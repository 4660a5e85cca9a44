import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type EndpointStats, endpointStats } from '#lib/adapters/db/counters.ts';
import { type TestDatabase, testDatabase } from '#lib/adapters/db/test-database.ts';
import type { EndpointParts } from '#lib/core/request/endpoint-config.ts';
import { readEnvironment } from '#lib/env.ts';
import { silentLog } from '#lib/log.ts';
import { installWiring } from '#lib/wiring.ts';
import { createFront } from '../../server/front.ts';
import { buildWiring, type Wiring } from './build.ts';

export type TestEndpoint = { id: string; token: string; secretId: string };
export type Transport = 'node:http' | 'a Next route';
export type Sent = {
  endpoint: TestEndpoint;
  method?: string;
  /** What follows the token. */
  rest?: string;
  body?: string | Uint8Array;
  headers?: Record<string, string>;
  node?: number;
};
export type Answered = {
  status: number;
  headers: Headers;
  text: string;
  /** The answer's fields; empty where it is no JSON. */
  json: { id?: string; status?: string; duplicateOf?: string; code?: string; detail?: string };
};

export const testSecret = 'a secret for tests';

export function githubHeaders(body: string | Uint8Array, id = randomUUID() as string) {
  const signature = createHmac('sha256', testSecret).update(body).digest('hex');
  return {
    'content-type': 'application/json',
    'x-github-event': 'issues',
    'x-github-delivery': id,
    'x-hub-signature-256': `sha256=${signature}`,
  };
}

/** The door as it stands in the server, on nodes of their own over one database. */
export class TestDoor {
  readonly database: TestDatabase;
  readonly nodes: Wiring[] = [];
  readonly #servers: Server[] = [];
  readonly #transport: Transport;
  readonly workspaceId = randomUUID();

  private constructor(database: TestDatabase, transport: Transport) {
    this.database = database;
    this.#transport = transport;
  }

  static async open({
    nodes = 1,
    transport = 'node:http' as Transport,
    environment = {} as Record<string, string>,
  } = {}): Promise<TestDoor> {
    const door = new TestDoor(await testDatabase(), transport);
    const { pool } = door.database;
    await pool.query(`INSERT INTO workspace (id, name) VALUES ($1, 'Test')`, [door.workspaceId]);
    for (let index = 0; index < nodes; index += 1) await door.#start(environment);
    return door;
  }

  async #start(environment: Record<string, string>): Promise<void> {
    const wiring = buildWiring({
      environment: readEnvironment({ HOOKLINE_ROLE: 'web', ...environment }),
      log: silentLog,
      database: this.database.config,
      secret: 'a secret for tests that is long enough for anybody',
    });
    for (const service of wiring.services) await service.start?.();
    this.nodes.push(wiring);
    installWiring(wiring);
    const server = createFront({
      unwell: () => null,
      draining: () => false,
      health: () => ({}),
      door: () => wiring.door,
      pages: () => undefined,
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.#servers.push(server);
  }

  async close(): Promise<void> {
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
    }
    for (const wiring of this.nodes)
      for (const service of [...wiring.services].reverse()) await service.stop?.();
    await this.database.drop();
  }

  port(node = 0): number {
    const address = this.#servers[node]?.address() as AddressInfo | undefined;
    if (!address) throw new Error(`Node ${node} was not started.`);
    return address.port;
  }

  async endpoint(parts: EndpointParts = {}): Promise<TestEndpoint> {
    const made = {
      id: randomUUID(),
      token: randomBytes(16).toString('base64url'),
      secretId: randomUUID(),
    };
    const { pool } = this.database;
    const box = this.#box();
    await pool.query(
      `INSERT INTO endpoint (id, workspace_id, name, config) VALUES ($1, $2, 'Test', $3)`,
      [made.id, this.workspaceId, JSON.stringify(parts)],
    );
    await pool.query('INSERT INTO endpoint_token (hash, endpoint_id, sealed) VALUES ($1, $2, $3)', [
      box.tokenHash(made.token),
      made.id,
      'unused',
    ]);
    await pool.query(
      `INSERT INTO endpoint_secret (id, endpoint_id, sealed, hint) VALUES ($1, $2, $3, 'x')`,
      [
        made.secretId,
        made.id,
        box.seal(testSecret, { table: 'endpoint_secret', id: made.secretId }),
      ],
    );
    return made;
  }

  /** As the API does it: with a new revision, known at once on the node that was asked. */
  async change(endpoint: TestEndpoint, set: string, values: unknown[] = []): Promise<void> {
    await this.database.pool.query(
      `UPDATE endpoint SET revision = revision + 1, ${set} WHERE id = $1`,
      [endpoint.id, ...values],
    );
    await this.announce(endpoint);
  }

  async announce(endpoint: TestEndpoint): Promise<void> {
    await this.database.pool.query(`SELECT pg_notify('hookline', $1)`, [
      JSON.stringify([{ kind: 'endpoint', id: endpoint.id }]),
    ]);
    // A notice of ours comes after that one on the same channel.
    for (const { notifications } of this.nodes)
      await new Promise<void>((resolve) => {
        const mark = randomUUID();
        const end = notifications.subscribe((notice) => {
          if (notice.kind !== 'cancel' || notice.runId !== mark) return;
          end();
          resolve();
        });
        notifications.publish({ kind: 'cancel', runId: mark });
      });
  }

  async send(sent: Sent): Promise<Answered> {
    const { endpoint, method = 'POST', rest = '', body, headers = {}, node = 0 } = sent;
    const url = `http://127.0.0.1:${this.port(node)}/hooks/${endpoint.token}${rest}`;
    const request = new Request(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body: Buffer.from(body) }),
    });
    const response =
      this.#transport === 'node:http' ? await fetch(request) : await throughRoute(request);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: fields(text) };
  }

  /** Signed as GitHub does. */
  github(endpoint: TestEndpoint, options: Partial<Sent> & { id?: string } = {}): Promise<Answered> {
    const { id, body = '{"action":"opened"}', headers, ...rest } = options;
    return this.send({
      endpoint,
      body,
      ...rest,
      headers: { ...githubHeaders(body, id), ...headers },
    });
  }

  // biome-ignore lint/suspicious/noExplicitAny: a row as it comes.
  async stored(id: string | undefined): Promise<any> {
    const { rows } = await this.database.pool.query(
      `SELECT r.*, c.headers, c.body FROM inbound_request r JOIN request_content c USING (id) WHERE id = $1`,
      [id],
    );
    return rows[0];
  }

  stats(endpoint: TestEndpoint): Promise<EndpointStats> {
    return endpointStats(this.database.pool, [endpoint.id], {});
  }

  #box() {
    const [first] = this.nodes;
    if (!first) throw new Error('No node was started.');
    return first.secrets;
  }
}

type RouteFile = Record<string, (request: Request) => Promise<Response>>;

async function throughRoute(request: Request): Promise<Response> {
  const file = (await import('../../app/hooks/[token]/[[...path]]/route.ts')) as unknown;
  const handler = (file as RouteFile)[request.method];
  if (!handler) return new Response(null, { status: 405 });
  return handler(request);
}

function fields(text: string): Answered['json'] {
  try {
    return JSON.parse(text) as Answered['json'];
  } catch {
    return {};
  }
}

/** What `read` gives once `holds`, or what it gave last after 10 s. */
export async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const value = await read();
    if (holds(value) || Date.now() > deadline) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
