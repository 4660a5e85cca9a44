import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import type { StepError } from '#lib/core/execution/types.ts';

export type RawResponse = {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  truncated: boolean;
};
export type ExchangeResult =
  | { ok: true; value: RawResponse }
  | { ok: false; error: StepError }
  /** What undici gave, not yet in words. */
  | { ok: false; cause: unknown };

const empty = Buffer.alloc(0);

/**
 * One request and its answer, collected up to a number of bytes. Spoken to by undici directly: its
 * stream for a body costs more than the rest of a small call.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #maxBytes: number;
  readonly #done: (result: ExchangeResult) => void;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #controller: Dispatcher.DispatchController | undefined;
  #settled = false;

  constructor(maxBytes: number, done: (result: ExchangeResult) => void) {
    this.#maxBytes = maxBytes;
    this.#done = done;
  }

  /** Ends it with this error, also before the request has a connection. */
  stop(error: StepError): void {
    this.#settle({ ok: false, error });
    this.#abort();
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#settled) this.#abort();
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#settled) return;
    const room = this.#maxBytes - this.#size;
    this.#chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
    this.#size += Math.min(room, chunk.length);
    if (chunk.length <= room) return;
    this.#finish(true);
    this.#abort();
  }

  onResponseEnd(): void {
    this.#finish(false);
  }

  onResponseError(_controller: Dispatcher.DispatchController, cause: Error): void {
    this.#settle({ ok: false, cause });
  }

  #finish(truncated: boolean): void {
    const [first] = this.#chunks;
    const body = this.#chunks.length > 1 ? Buffer.concat(this.#chunks) : (first ?? empty);
    const value = { status: this.#status, headers: joined(this.#headers), body, truncated };
    this.#settle({ ok: true, value });
  }

  #settle(result: ExchangeResult): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#done(result);
  }

  /** Closes the connection: what still comes on it belongs to nobody. */
  #abort(): void {
    const controller = this.#controller;
    if (controller && !controller.aborted) controller.abort(new Error('The call has ended.'));
  }
}

/** Repeats joined by `, ` (RFC 9110 §5.3). */
function joined(headers: IncomingHttpHeaders): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    plain[name] = Array.isArray(value) ? value.join(', ') : (value ?? '');
  }
  return plain;
}
