import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ConnectionStore } from '#lib/adapters/db/connection-store.ts';
import { LiveNode } from '#lib/adapters/db/live-node.ts';
import { createPool, type Pool, type PoolConfig } from '#lib/adapters/db/pool.ts';
import { createDatabase } from '#lib/adapters/db/prisma.ts';
import { Evaluator } from '#lib/adapters/eval/evaluator.ts';
import { Outbound } from '#lib/adapters/http/outbound.ts';
import type { LiveHub } from '#lib/adapters/live/hub.ts';
import { Notifications } from '#lib/adapters/live/notifications.ts';
import { SecretBox } from '#lib/adapters/secrets/secret-box.ts';
import type { Audit } from '#lib/core/audit.ts';
import type { Environment, Role } from '#lib/env.ts';
import type { Log } from '#lib/log.ts';
import { nodeDefinitions } from '#lib/nodes/definitions.ts';
import { nodeRuntimes } from '#lib/nodes/runtimes.ts';
import { AnswerBoard } from '#lib/usecases/ingest/answer-board.ts';
import type { Authenticator } from '#lib/usecases/people/authenticator.ts';
import { type Api, buildApi } from './api.ts';
import { buildDoor } from './door.ts';
import { Engine } from './engine.ts';
import { buildLive } from './live.ts';
import { openSecrets } from './open-secrets.ts';
import { buildPeople, Ownership } from './people.ts';
import { buildPeopleCalls, type PeopleCalls } from './people-calls.ts';

export type WiringOptions = {
  environment: Environment;
  log: Log;
  database: PoolConfig;
  /** The master key, from the environment or the data folder. */
  secret: string;
  /** The project's root folder; the working directory where none is named, as with Next alone. */
  root?: string;
};

/** Runs at the start, in the order they were added; `stop` in the opposite order. */
export type Service = { start?(): Promise<void> | void; stop?(): Promise<void> | void };

/** Everything that a route, the door or a worker is handed. One per process. */
export type Wiring = {
  /** This process, as other nodes see it. */
  nodeId: string;
  role: Role;
  environment: Environment;
  log: Log;
  secrets: SecretBox;
  pool: Pool;
  /** For a connection of one's own: LISTEN, a session lock. */
  database: PoolConfig;
  notifications: Notifications;
  /** Users' expressions and JSON Schemas, in threads with a deadline. */
  evaluator: Evaluator;
  /** How many web nodes there are. */
  liveNode: LiveNode;
  /** Owner, sign-in, tokens, members, connections and the security log. */
  people: PeopleCalls;
  /** Who makes a call, by bearer token or session cookie. */
  authenticate: Authenticator['authenticate'];
  audit: Audit;
  /** The use cases behind the routes. */
  api: Api;
  /** Streams of what happens, for those who watch. */
  live: LiveHub;
  /** What `server.ts` hands `/hooks/` to, ahead of Next. */
  door?: { handle(request: IncomingMessage, response: ServerResponse): void };
  /** The one-time link while nobody owns this installation. */
  claimLink?(appUrl: string): Promise<string | undefined>;
  services: Service[];
};

/**
 * Joins use cases and adapters; opens nothing. Each part adds its lines here: a field of `Wiring`,
 * and a service where something has to start and stop.
 */
export function buildWiring(options: WiringOptions): Wiring {
  const { environment, log, database, secret } = options;
  const pool = createPool({ ...database, application_name: 'hookline' });
  pool.on('error', (cause) => log.warn('database.connection_lost', { message: cause.message }));
  const notifications = new Notifications(database, log);
  const evaluator = new Evaluator({ root: options.root ?? process.cwd() });
  const secrets = new SecretBox({
    current: secret,
    previous: environment.HOOKLINE_SECRET_PREVIOUS,
  });
  const nodeId = randomUUID();
  const role = environment.HOOKLINE_ROLE;
  const liveNode = new LiveNode({ db: pool, id: nodeId, role });
  const db = createDatabase(pool);
  const outbound = new Outbound({ allow: environment.HOOKLINE_EGRESS_ALLOW });
  const { send } = outbound;
  const people = buildPeople({ pool, db, secrets, environment, send });
  const ownership = new Ownership(people, environment);
  const answers = new AnswerBoard();
  const connections = new ConnectionStore(db, secrets);
  const engine =
    role === 'web'
      ? undefined
      : new Engine({
          pool,
          notifications,
          log,
          definitions: nodeDefinitions,
          runtimes: nodeRuntimes,
          send,
          connection: (workspaceId, id) => connections.secret(workspaceId, id),
          answers,
        });
  const door = buildDoor({
    pool,
    secrets,
    notifications,
    evaluator,
    answers,
    environment,
    log,
    webNodes: () => liveNode.webNodes,
    onStored: () => (engine ? engine.nudge() : notifications.publish({ kind: 'outbox' })),
  });
  const api = buildApi({
    pool,
    db,
    secrets,
    evaluator,
    definitions: nodeDefinitions,
    onEndpointsChanged: (ids) => {
      for (const id of ids) door.endpoints.drop(id);
    },
  });
  const live = buildLive({ notifications, log, store: api.live });
  return {
    nodeId,
    role,
    environment,
    log,
    secrets,
    pool,
    database,
    notifications,
    evaluator,
    liveNode,
    people: buildPeopleCalls(people),
    authenticate: (headers) => people.authenticator.authenticate(headers),
    audit: people.audit,
    api,
    live,
    door: door.http,
    claimLink: async (appUrl) => ownership.claimLink(appUrl),
    services: [
      { start: () => openSecrets(pool, secrets), stop: () => pool.end() },
      ownership,
      notifications,
      liveNode,
      evaluator,
      ...(engine ? [engine] : []),
      { stop: door.stop },
      live,
    ],
  };
}
