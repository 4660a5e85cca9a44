import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestDatabase, testDatabase } from '#lib/adapters/db/test-database.ts';
import { problemBody } from '#lib/contracts/common.ts';
import type { Contract, ReplyOf } from '#lib/contracts/contract.ts';
import type { Problem } from '#lib/core/errors.ts';
import { uuidv7 } from '#lib/core/ids.ts';
import type { MemberRole } from '#lib/core/principal.ts';
import { readEnvironment } from '#lib/env.ts';
import { silentLog } from '#lib/log.ts';
import { installWiring } from '#lib/wiring.ts';
import { buildWiring, type Service, type Wiring } from './build.ts';
import { matchRoute, routeFiles } from './test-routes.ts';

export type SendOptions = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  /** Default: the owner's. Null sends none. */
  token?: string | null;
  headers?: Record<string, string>;
};
type BodyOf<R> = R extends { body: infer B } ? B : undefined;
export type Answered<C extends Contract> = {
  status: number;
  /** What the contract says of a success; whatever there is after a failure. */
  body: BodyOf<ReplyOf<C>>;
  problem: Problem;
  response: Response;
};

/**
 * The API as a client sees it, without HTTP: route files found by path as Next finds them, over the
 * real wiring and a database of its own. Every answer is held against its contract.
 */
export class TestApi {
  readonly wiring: Wiring;
  readonly #database: TestDatabase;
  readonly #files = routeFiles();
  /** Of one workspace; `stranger` owns another one. */
  readonly tokens = { owner: '', editor: '', viewer: '', stranger: '' };
  workspaceId = '';
  readonly #started: Service[] = [];
  #server: Server | undefined;

  private constructor(database: TestDatabase, environment: Record<string, string>) {
    this.#database = database;
    this.wiring = buildWiring({
      environment: readEnvironment({ HOOKLINE_LOG_LEVEL: 'silent', ...environment }),
      log: silentLog,
      database: database.config,
      secret: 'a secret for tests that is long enough for anybody',
    });
    installWiring(this.wiring);
  }

  static async open(environment: Record<string, string> = {}): Promise<TestApi> {
    const api = new TestApi(await testDatabase(), environment);
    api.workspaceId = await api.#workspace('Ours');
    for (const role of ['owner', 'editor', 'viewer'] as const) {
      api.tokens[role] = await api.token(api.workspaceId, role);
    }
    api.tokens.stranger = await api.token(await api.#workspace('Theirs'), 'owner');
    return api;
  }

  /** Everything that `npm start` starts but the database and the pages. Answers the door's address. */
  async start(): Promise<string> {
    for (const service of this.wiring.services) {
      await service.start?.();
      this.#started.push(service);
    }
    const server = createServer((request, response) => this.wiring.door?.handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.#server = server;
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections();
    this.#server?.close();
    for (const service of this.#started.reverse()) await service.stop?.();
    if (this.#started.length === 0) {
      await this.wiring.notifications.stop();
      await this.wiring.evaluator.stop();
      await this.wiring.pool.end();
    }
    await this.#database.drop();
  }

  async #workspace(name: string): Promise<string> {
    const id = uuidv7(Date.now(), randomBytes(10));
    await this.wiring.pool.query('INSERT INTO workspace (id, name) VALUES ($1, $2)', [id, name]);
    return id;
  }

  async token(workspaceId: string, role: MemberRole): Promise<string> {
    const value = `hkl_${randomBytes(16).toString('hex')}`;
    const id = uuidv7(Date.now(), randomBytes(10));
    await this.wiring.pool.query(
      `INSERT INTO api_token (id, workspace_id, name, role, hash, hint) VALUES ($1, $2, $3, $3, $4, '')`,
      [id, workspaceId, role, this.wiring.secrets.tokenHash(value)],
    );
    return value;
  }

  async send<C extends Contract>(contract: C, options: SendOptions = {}): Promise<Answered<C>> {
    const { params = {}, query = {}, body, ...rest } = options;
    const path = contract.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
    const search = new URLSearchParams(query).toString();
    const response = await this.raw(contract.method, `${path}?${search}`, {
      ...rest,
      ...(body === undefined ? {} : { text: JSON.stringify(body) }),
    });
    const type = response.headers.get('content-type') ?? '';
    const json: unknown = type.includes('json') ? await response.clone().json() : undefined;
    if (response.ok) {
      const spec = contract.responses[response.status];
      if (!spec) throw new Error(`${contract.path} answered ${response.status} unasked.`);
      spec.schema?.parse(json);
    } else {
      problemBody.parse(json);
    }
    const { status } = response;
    return { status, body: json as never, problem: json as Problem, response };
  }

  /** Any call, whether there is a contract for it or not. */
  async raw(
    method: string,
    url: string,
    options: { text?: string; token?: string | null; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const { text, token = this.tokens.owner, headers } = options;
    const full = new URL(url, 'http://hookline.test');
    const { file, params } = matchRoute(this.#files, full.pathname);
    const handler = (await file.load())[method];
    if (!handler) throw new Error(`${file.file} answers no ${method}.`);
    const request = new Request(full, {
      method,
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
      ...(text === undefined ? {} : { body: text }),
    });
    return handler(request, { params: Promise.resolve(params) });
  }
}
