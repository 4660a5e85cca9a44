import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Arrival, ByteBudget, DoorAnswer } from '#lib/core/request/arrival.ts';
import type { HeaderList } from '#lib/core/request/inbound-request.ts';
import { BodyWatch } from './body-watch.ts';
import { sendAnswer } from './door-answer.ts';
import { DoorBody } from './door-body.ts';
import type { SenderAddress } from './sender-address.ts';

export type DoorHttpOptions = {
  receive(arrival: Arrival): Promise<DoorAnswer>;
  budget: ByteBudget;
  now(): number;
  /** How senders reach us, without a trailing slash; undefined: as the request says. */
  publicUrl: string | undefined;
  sender: SenderAddress;
  onBug(cause: Error): void;
};

const prefix = '/hooks/';
const bugAnswer: DoorAnswer = {
  status: 500,
  headers: { 'content-type': 'application/problem+json' },
  body: '{"type":"about:blank","title":"Internal","status":500,"code":"internal","detail":"This is a mistake of ours. Send it again later."}',
};

/** The door on node:http, ahead of Next. */
export class DoorHttp {
  readonly #options: DoorHttpOptions;
  readonly #watch = new BodyWatch();

  constructor(options: DoorHttpOptions) {
    this.#options = options;
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    this.#receive(request, response, null);
  }

  /** For the server's `checkContinue`: a body comes only if its headers got through. */
  handleExpecting(request: IncomingMessage, response: ServerResponse): void {
    this.#receive(request, response, () => response.writeContinue());
  }

  #receive(request: IncomingMessage, response: ServerResponse, invite: (() => void) | null): void {
    const body = new DoorBody(
      request,
      { budget: this.#options.budget, watch: this.#watch },
      invite,
    );
    this.#options.receive(this.#arrival(request, body)).then(
      (answer) => {
        body.release();
        sendAnswer(request, response, answer);
      },
      (cause: Error) => {
        body.release();
        this.#options.onBug(cause);
        sendAnswer(request, response, bugAnswer);
      },
    );
  }

  #arrival(request: IncomingMessage, body: DoorBody): Arrival {
    const { now, publicUrl, sender } = this.#options;
    const url = request.url ?? prefix;
    const mark = url.indexOf('?');
    const route = mark < 0 ? url : url.slice(0, mark);
    const slash = route.indexOf('/', prefix.length);
    return {
      method: request.method ?? 'POST',
      token: slash < 0 ? route.slice(prefix.length) : route.slice(prefix.length, slash),
      path: slash < 0 ? '' : route.slice(slash),
      query: mark < 0 ? '' : url.slice(mark + 1),
      headers: pairs(request.rawHeaders),
      ip: sender.ip(request),
      url: (publicUrl ?? sender.origin(request)) + url,
      receivedAt: now(),
      readBody: (limit) => body.read(limit),
      readHead: (limit) => body.head(limit),
    };
  }
}

/** As sent: in order, in their case, repeats apart. */
function pairs(raw: readonly string[]): HeaderList {
  const list: [string, string][] = [];
  for (let index = 1; index < raw.length; index += 2)
    list.push([raw[index - 1] ?? '', raw[index] ?? '']);
  return list;
}
