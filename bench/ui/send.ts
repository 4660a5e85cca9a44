// Sends signed requests at a steady pace; a process of its own.
import { setTimeout as sleep } from 'node:timers/promises';
import { Poster } from '../runs/post.ts';
import { signedRequest } from '../runs/workflow.ts';

export type SendOrder = {
  port: number;
  token: string;
  perSecond: number;
  seconds: number;
  /** Makes deliveries of different orders different. */
  prefix: string;
};
export type Sent = { sent: number; seconds: number };

const connections = 16;
const order = JSON.parse(process.argv[2] ?? '{}') as SendOrder;
const { port, token, perSecond, seconds, prefix } = order;
const wanted = perSecond * seconds;
const started = performance.now();
let sent = 0;

async function drive(): Promise<void> {
  const poster = new Poster(port);
  while (sent < wanted) {
    const number = sent;
    sent += 1;
    const early = started + (number / perSecond) * 1000 - performance.now();
    if (early > 0) await sleep(early);
    await poster.post(signedRequest(token, { ticket: `${prefix}-${number}`, priority: 'high' }));
  }
  poster.end();
}

await Promise.all(Array.from({ length: connections }, drive));
process.send?.({ sent, seconds: (performance.now() - started) / 1000 } satisfies Sent);
process.disconnect();
