import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LiveNode } from '#lib/adapters/db/live-node.ts';
import { createPool, type Pool, type PoolConfig } from '#lib/adapters/db/pool.ts';
import { Evaluator } from '#lib/adapters/eval/evaluator.ts';
import { Notifications } from '#lib/adapters/live/notifications.ts';
import { SecretBox } from '#lib/adapters/secrets/secret-box.ts';
import type { Environment, Role } from '#lib/env.ts';
import type { Log } from '#lib/log.ts';
import { openSecrets } from './open-secrets.ts';

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
    services: [
      { start: () => openSecrets(pool, secrets), stop: () => pool.end() },
      notifications,
      liveNode,
      evaluator,
    ],
  };
}
