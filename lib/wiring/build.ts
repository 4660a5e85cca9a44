import { randomUUID } from 'node:crypto';
import { LiveNode } from '#lib/adapters/db/live-node.ts';
import { createPool, type Pool, type PoolConfig } from '#lib/adapters/db/pool.ts';
import { createDatabase } from '#lib/adapters/db/prisma.ts';
import { Upkeep } from '#lib/adapters/db/upkeep.ts';
import { Evaluator } from '#lib/adapters/eval/evaluator.ts';
import { Outbound } from '#lib/adapters/http/outbound.ts';
import type { SenderAddress } from '#lib/adapters/http/sender-address.ts';
import type { LiveHub } from '#lib/adapters/live/hub.ts';
import { Notifications } from '#lib/adapters/live/notifications.ts';
import { SecretBox } from '#lib/adapters/secrets/secret-box.ts';
import type { Audit } from '#lib/core/audit.ts';
import type { Environment, Role } from '#lib/env.ts';
import type { Log } from '#lib/log.ts';
import { nodeDefinitions } from '#lib/nodes/definitions.ts';
import { AnswerBoard } from '#lib/usecases/ingest/answer-board.ts';
import type { Authenticator } from '#lib/usecases/people/authenticator.ts';
import { type Api, buildApi } from './api.ts';
import { buildEngine } from './build-engine.ts';
import { buildDoor, type Entrance } from './door.ts';
import { LateAnswers } from './late-answers.ts';
import { buildLive } from './live.ts';
import { openSecrets } from './open-secrets.ts';
import { buildPeople, Ownership } from './people.ts';
import { buildPeopleCalls, type PeopleCalls } from './people-calls.ts';
import { buildRunCalls, type RunCalls } from './run-calls.ts';

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
  /** Replay, rerun, cancel, pause, resume, test. */
  runCalls: RunCalls;
  /** Streams of what happens, for those who watch. */
  live: LiveHub;
  /** What `server.ts` hands `/hooks/` to, ahead of Next. */
  door: Entrance;
  /** Senders who wait at this process's door. */
  answers: AnswerBoard;
  /** Who calls, after our own proxies. */
  sender: SenderAddress;
  /** The one-time link while nobody owns this installation. */
  claimLink?(appUrl: string): Promise<string | undefined>;
  services: Service[];
};

/** What everything else stands on. Opens nothing. */
function buildBase({ environment, log, database, secret, root }: WiringOptions) {
  const pool = createPool({ ...database, application_name: 'hookline' });
  pool.on('error', (cause) => log.warn('database.connection_lost', { message: cause.message }));
  const nodeId = randomUUID();
  const role = environment.HOOKLINE_ROLE;
  const previous = environment.HOOKLINE_SECRET_PREVIOUS;
  return {
    nodeId,
    role,
    environment,
    log,
    database,
    pool,
    secrets: new SecretBox({ current: secret, previous }),
    notifications: new Notifications(database, log),
    evaluator: new Evaluator({ root: root ?? process.cwd() }),
    liveNode: new LiveNode({ db: pool, id: nodeId, role }),
  };
}

/**
 * Joins use cases and adapters; opens nothing. Each part adds its lines here: a field of `Wiring`,
 * and a service where something has to start and stop.
 */
export function buildWiring(options: WiringOptions): Wiring {
  const base = buildBase(options);
  const { environment, log, database, pool, secrets, notifications, evaluator, liveNode, role } =
    base;
  const db = createDatabase(pool);
  const outbound = new Outbound({ allow: environment.HOOKLINE_EGRESS_ALLOW });
  const { send } = outbound;
  const people = buildPeople({ pool, db, secrets, environment, send });
  const ownership = new Ownership(people, environment);
  const answers = new AnswerBoard();
  const engine =
    role === 'web'
      ? undefined
      : buildEngine({
          pool,
          notifications,
          log,
          send,
          answers,
          connections: people.connections,
          // The built-in database lets one process in.
          alone: environment.DATABASE_URL === undefined,
        });
  const nudge = () => (engine ? engine.nudge() : notifications.publish({ kind: 'outbox' }));
  const door = buildDoor({
    ...base,
    answers,
    webNodes: () => liveNode.webNodes,
    onStored: nudge,
  });
  const definitions = nodeDefinitions;
  const api = buildApi({
    pool,
    db,
    secrets,
    evaluator,
    definitions,
    onEndpointsChanged: (ids) => {
      for (const id of ids) door.endpoints.drop(id);
    },
    door: door.inside,
  });
  const live = buildLive({ notifications, log, store: api.live });
  return {
    ...base,
    people: buildPeopleCalls(people),
    authenticate: (headers) => people.authenticator.authenticate(headers),
    audit: people.audit,
    api,
    runCalls: buildRunCalls({ pool, notifications, shard: door.shard, definitions, nudge }),
    live,
    door: door.entrance,
    answers,
    sender: door.sender,
    claimLink: async (appUrl) => ownership.claimLink(appUrl),
    services: [
      { start: () => openSecrets(pool, secrets), stop: () => pool.end() },
      ownership,
      notifications,
      new Upkeep({ database, retentionDays: environment.HOOKLINE_RETENTION_DAYS, log }),
      liveNode,
      evaluator,
      outbound,
      ...(engine ? [engine] : []),
      new LateAnswers({ pool, notifications, answers, log }),
      { stop: door.stop },
      live,
    ],
  };
}
