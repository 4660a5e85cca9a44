// Door, relay, worker and executor in one process, as `npm start` runs them, without the pages.
import type { AddressInfo } from 'node:net';
import type { PoolConfig } from '#lib/adapters/db/pool.ts';
import { readEnvironment } from '#lib/env.ts';
import { createLog } from '#lib/log.ts';
import { buildWiring } from '#lib/wiring/build.ts';
import { createFront } from '../../server/front.ts';

export type ServerOrder = { database: PoolConfig; secret: string };

const order = JSON.parse(process.argv[2] ?? '{}') as ServerOrder;
const environment = readEnvironment({ HOOKLINE_EGRESS_ALLOW: '127.0.0.1/32' });
const wiring = buildWiring({
  environment,
  log: createLog(environment.HOOKLINE_LOG_LEVEL),
  database: order.database,
  secret: order.secret,
});
for (const service of wiring.services) await service.start?.();
const { door } = wiring;
const front = createFront({
  unwell: () => null,
  draining: () => false,
  health: () => ({}),
  door: () => door,
  pages: () => undefined,
});
front.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (front.address() as AddressInfo).port });
});
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
process.on('disconnect', () => process.exit());
