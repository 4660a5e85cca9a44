import { Agent } from 'undici';
import { EgressPolicy } from '#lib/core/egress/policy.ts';
import type {
  OutboundRequest,
  OutboundResponse,
  SendRequest,
  StepError,
} from '#lib/core/execution/types.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import {
  type Dial,
  dialDirectly,
  guardedConnector,
  type Resolve,
  resolveBySystem,
} from './egress.ts';
import { Exchange, type ExchangeResult, type RawResponse } from './exchange.ts';
import { inflateResponse } from './inflate.ts';
import { outboundError } from './outbound-error.ts';
import { type Hop, isRedirect, nextHop } from './redirect.ts';

export type OutboundOptions = {
  /** `HOOKLINE_EGRESS_ALLOW`: private addresses, ranges and hosts that calls may reach. */
  allow: readonly string[];
  resolve?: Resolve;
  dial?: Dial;
};

/** Calls to one origin that are under way at once; more wait their turn. */
const connectionsPerOrigin = 64;

/**
 * Makes the calls of workflows: guarded against private networks at every hop, up to a total time and
 * a number of bytes. Connections are kept between calls. Proxy variables of the environment mean
 * nothing here.
 */
export class Outbound {
  readonly #policy: EgressPolicy;
  readonly #agent: Agent;

  constructor({ allow, resolve = resolveBySystem, dial = dialDirectly }: OutboundOptions) {
    this.#policy = new EgressPolicy(allow);
    this.#agent = new Agent({
      connect: guardedConnector(this.#policy, { resolve, dial }),
      connections: connectionsPerOrigin,
      // A call has one time limit, counted from its start; undici's own would only add to it.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  /** Fails with a StepError: see {@link SendRequest}. */
  readonly send: SendRequest = async (request) => {
    const call = new Call(request, (hop, exchange) => this.#start(hop, exchange));
    try {
      return await call.run();
    } finally {
      call.close();
    }
  };

  /** Calls under way are cut off; whoever stops the process lets them finish first. */
  async stop(): Promise<void> {
    await this.#agent.destroy();
  }

  /** Null once it is on its way; else why it must not or can't be. */
  #start(hop: Hop, exchange: Exchange): StepError | null {
    const target = this.#policy.target(hop.url);
    if (!target.ok) return { ...target.error, retryable: false };
    const { url } = target.value;
    this.#agent.dispatch(
      {
        origin: url.origin,
        path: url.pathname + url.search,
        method: hop.method,
        headers: headersFor(hop, url),
        body: hop.body,
      },
      exchange,
    );
    return null;
  }
}

const beyondAscii = /[^\t\x20-\x7e]/;

/** A user name in the URL is Basic sign-in. Other than ASCII goes out as UTF-8, as curl does it. */
function headersFor(hop: Hop, url: URL): Record<string, string> {
  const headers = { ...hop.headers };
  if (url.username !== '' || url.password !== '') {
    const pair = `${decoded(url.username)}:${decoded(url.password)}`;
    headers.authorization ??= `Basic ${Buffer.from(pair).toString('base64')}`;
  }
  for (const name in headers) {
    const value = headers[name] ?? '';
    if (beyondAscii.test(value)) headers[name] = Buffer.from(value).toString('latin1');
  }
  return headers;
}

/** A stray percent sign stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

type Start = (hop: Hop, exchange: Exchange) => StepError | null;

/** One call with its redirects, under one time limit. */
class Call {
  readonly #request: OutboundRequest;
  readonly #start: Start;
  readonly #startedAt = performance.now();
  readonly #timer: NodeJS.Timeout;
  #exchange: Exchange | undefined;
  #stopped: StepError | undefined;

  constructor(request: OutboundRequest, start: Start) {
    this.#request = request;
    this.#start = start;
    this.#timer = setTimeout(() => this.#stop(timedOut(request)), request.timeoutMs);
    request.signal.addEventListener('abort', this.#aborted);
    if (request.signal.aborted) this.#aborted();
  }

  async run(): Promise<Result<OutboundResponse, StepError>> {
    const { method, url, headers, body, maxRedirects } = this.#request;
    let hop: Hop = { method, url, headers, body };
    for (let followed = 0; ; followed += 1) {
      const got = await this.#exchangeFor(hop);
      if (!got.ok) return got;
      const { status } = got.value;
      const { location } = got.value.headers;
      if (maxRedirects === 0 || !isRedirect(status, location)) return this.#finish(hop, got.value);
      if (followed >= maxRedirects) return err(tooManyRedirects(hop.url, maxRedirects));
      const next = nextHop(hop, { status, location }, this.#request.credentialHeaders);
      if (!next) return err(badLocation(hop.url));
      hop = next;
    }
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#request.signal.removeEventListener('abort', this.#aborted);
  }

  async #exchangeFor(hop: Hop): Promise<Result<RawResponse, StepError>> {
    if (this.#stopped) return err(this.#stopped);
    const result = await new Promise<ExchangeResult>((resolve) => {
      const exchange = new Exchange(this.#request.maxResponseBytes, resolve);
      this.#exchange = exchange;
      const refused = this.#start(hop, exchange);
      if (refused) resolve({ ok: false, error: refused });
    });
    if (result.ok || 'error' in result) return result;
    return err(outboundError(result.cause, hostOf(hop.url)));
  }

  async #finish(hop: Hop, raw: RawResponse): Promise<Result<OutboundResponse, StepError>> {
    const plain = raw.headers['content-encoding']
      ? await inflateResponse(raw, this.#request.maxResponseBytes)
      : raw;
    if (!plain) return err(badCompression(hop.url));
    const ms = Math.round(performance.now() - this.#startedAt);
    return ok({ ...plain, url: hop.url, ms });
  }

  readonly #aborted = () => this.#stop(cancelled);

  #stop(error: StepError): void {
    this.#stopped ??= error;
    this.#exchange?.stop(error);
  }
}

const cancelled: StepError = {
  code: 'cancelled',
  message: 'The call was cut off because its run was stopped.',
  retryable: false,
};

function timedOut({ url, timeoutMs }: OutboundRequest): StepError {
  const message = `${hostOf(url)} didn't answer within ${timeoutMs / 1000} s.`;
  return { code: 'timeout', message, retryable: true };
}

function tooManyRedirects(url: string, limit: number): StepError {
  const message = `${hostOf(url)} redirects further after ${limit} redirects. Call the last address itself.`;
  return { code: 'too_many_redirects', message, retryable: false };
}

function badLocation(url: string): StepError {
  const message = `${hostOf(url)} redirects to something that is not a URL.`;
  return { code: 'invalid_url', message, retryable: false };
}

function badCompression(url: string): StepError {
  const message = `${hostOf(url)} sent a body that is not compressed the way it says.`;
  return { code: 'invalid_response', message, retryable: false };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'The other side';
}
