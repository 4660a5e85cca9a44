import { randomUUID } from 'node:crypto';
import { createPool, type Pool, type PoolConfig } from '#lib/adapters/db/pool.ts';
import { Notifications } from '#lib/adapters/live/notifications.ts';
import type { Environment, Role } from '#lib/env.ts';
import type { Log } from '#lib/log.ts';

export type WiringOptions = {
  environment: Environment;
  log: Log;
  database: PoolConfig;
  /** The master key, from the environment or the data folder. */
  secret: string;
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
  secret: string;
  pool: Pool;
  /** For a connection of one's own: LISTEN, a session lock. */
  database: PoolConfig;
  notifications: Notifications;
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
  return {
    nodeId: randomUUID(),
    role: environment.HOOKLINE_ROLE,
    environment,
    log,
    secret,
    pool,
    database,
    notifications,
    services: [{ stop: () => pool.end() }, notifications],
  };
}
