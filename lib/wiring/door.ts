import { randomFillSync, randomInt } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { DoorEndpoints } from '#lib/adapters/db/door-endpoints.ts';
import type { Pool } from '#lib/adapters/db/pool.ts';
import { RefusedWriter } from '#lib/adapters/db/refused-writer.ts';
import { RequestWriter } from '#lib/adapters/db/request-writer.ts';
import type { Evaluator } from '#lib/adapters/eval/evaluator.ts';
import { DoorHttp } from '#lib/adapters/http/door-http.ts';
import { SenderAddress } from '#lib/adapters/http/sender-address.ts';
import type { Notifications } from '#lib/adapters/live/notifications.ts';
import { RequestNotices } from '#lib/adapters/live/request-notices.ts';
import type { SecretBox } from '#lib/adapters/secrets/secret-box.ts';
import type { Arrival, ByteBudget, DoorAnswer } from '#lib/core/request/arrival.ts';
import { parseBody } from '#lib/core/request/parse-body.ts';
import type { AddressList } from '#lib/core/request/sender-address.ts';
import type { Environment } from '#lib/env.ts';
import type { Log } from '#lib/log.ts';
import type { AnswerBoard } from '#lib/usecases/ingest/answer-board.ts';
import { byteBudget } from '#lib/usecases/ingest/byte-budget.ts';
import { compileEndpoint } from '#lib/usecases/ingest/compile-endpoint.ts';
import { IpList } from '#lib/usecases/ingest/ip-list.ts';
import { Door } from '#lib/usecases/ingest-request.ts';

export type DoorOptions = {
  pool: Pool;
  secrets: SecretBox;
  notifications: Notifications;
  evaluator: Evaluator;
  answers: AnswerBoard;
  environment: Environment;
  log: Log;
  webNodes(): number;
  /** Told after each commit of accepted requests. */
  onStored(): void;
};

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/** The ways in. */
export type Entrance = {
  /** On node:http, ahead of Next. */
  handle: Handle;
  /** The same for senders that wait for `100 Continue`. */
  handleExpecting: Handle;
  /** For a transport of its own, such as a Next route. */
  receive(arrival: Arrival): Promise<DoorAnswer>;
  budget: ByteBudget;
  /** Whose `X-Forwarded-*` are believed. */
  trusted: AddressList | null;
};

/** Bodies being read or stored; past that, senders are told to come again. */
const maxBytesInFlight = 256 * 1_048_576;

/** The door, its writers, and the node:http transport in front of it. */
export function buildDoor(options: DoorOptions) {
  const { pool, log, environment, answers, notifications } = options;
  // One per process: counters of two processes never wait for each other.
  const shard = randomInt(1, 2 ** 31 - 1);
  const notices = new RequestNotices({
    publish: (notice) => notifications.publish(notice),
    now: Date.now,
  });
  const tell = (requests: readonly { id: string; endpointId: string }[]) =>
    notices.stored(requests);
  const writer = new RequestWriter({
    pool,
    shard,
    log,
    onStored: (requests) => {
      options.onStored();
      tell(requests);
    },
  });
  const refused = new RefusedWriter({ pool, shard, log, now: Date.now, onStored: tell });
  const endpoints = new DoorEndpoints({
    pool,
    box: options.secrets,
    notices: notifications,
    compile: compileEndpoint,
    log,
    now: Date.now,
  });
  const door = new Door({
    endpoints,
    store: (request, startedAt) => writer.store(request, startedAt),
    refused,
    answers,
    answered: noteAnswers(pool, log),
    parseBody,
    validateSchema: (schema, value) => options.evaluator.validateSchema(schema, value),
    webNodes: options.webNodes,
    random: randomBytesInBulk(),
    clock: () => performance.now(),
    observe: (line) => log.info('request', line),
  });
  const proxies = environment.HOOKLINE_TRUSTED_PROXIES;
  const trusted = proxies.length > 0 ? new IpList(proxies) : null;
  const sender = new SenderAddress(trusted);
  const budget = byteBudget(maxBytesInFlight);
  const receive = (arrival: Arrival) => door.receive(arrival);
  const http = new DoorHttp({
    receive,
    budget,
    now: Date.now,
    publicUrl: environment.HOOKLINE_PUBLIC_URL?.replace(/\/+$/, ''),
    sender,
    onBug: (cause) => log.error('door.bug', { message: cause.message, stack: cause.stack }),
  });
  const stop = async () => {
    await writer.stop();
    await refused.stop();
  };
  const entrance: Entrance = {
    handle: (request, response) => http.handle(request, response),
    handleExpecting: (request, response) => http.handleExpecting(request, response),
    receive,
    budget,
    trusted,
  };
  // For deliveries that we make ourselves.
  const inside = { find: (token: string) => endpoints.find(token), receive };
  return { entrance, inside, sender, endpoints, shard, stop };
}

function noteAnswers(pool: Pool, log: Log) {
  return ({ id, status, ms }: { id: string; status: number; ms: number }) => {
    pool
      .query({
        name: 'door_answered',
        text: 'UPDATE inbound_request SET answer_status = $2, answer_ms = $3 WHERE id = $1',
        values: [id, status, ms],
      })
      .catch((cause: Error) => log.warn('door.answer_not_noted', { id, message: cause.message }));
  };
}

/** One system call for many ids. */
function randomBytesInBulk(): () => Uint8Array {
  const pool = new Uint8Array(16 * 1024);
  let at = pool.length;
  return () => {
    if (at + 16 > pool.length) {
      randomFillSync(pool);
      at = 0;
    }
    const bytes = pool.slice(at, at + 16);
    at += 16;
    return bytes;
  };
}
