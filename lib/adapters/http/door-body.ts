import type { IncomingMessage } from 'node:http';
import type { BodyRead, ByteBudget } from '#lib/core/request/arrival.ts';
import type { BodyWatch } from './body-watch.ts';

type Failure = Extract<BodyRead, { ok: false }>['why'];

/** A refused request's body is waited for so long, to show what it held. */
const headMs = 150;
const headBytes = 65_536;

/** Reads a request's body once, counting what it holds against the budget. */
export class DoorBody {
  readonly #request: IncomingMessage;
  readonly #budget: ByteBudget;
  readonly #watch: BodyWatch;
  readonly #invite: (() => void) | null;
  #chunks: Buffer[] = [];
  #size = 0;

  /** `invite` says `100 Continue`, where the sender waits for it before it sends the body. */
  constructor(
    request: IncomingMessage,
    { budget, watch }: { budget: ByteBudget; watch: BodyWatch },
    invite: (() => void) | null,
  ) {
    this.#request = request;
    this.#budget = budget;
    this.#watch = watch;
    this.#invite = invite;
  }

  read(limit: number): Promise<BodyRead> {
    if (this.#announced > limit) return this.#refuse();
    this.#invite?.();
    const request = this.#request;
    if (request.destroyed) return Promise.resolve(this.#leftover(limit));
    return new Promise((resolve) => {
      const expire = () => fail('too_slow');
      let open = true;
      const finish = (read: BodyRead) => {
        open = false;
        this.#watch.delete(expire);
        resolve(read);
      };
      const fail = (why: Failure) => {
        if (!open) return;
        request.pause();
        finish(this.#failed(why));
      };
      this.#watch.add(expire);
      request.on('data', (chunk: Buffer) => {
        if (!open) return;
        if (!this.#take(chunk)) fail('overloaded');
        else if (this.#size > limit) fail('too_large');
      });
      request.on('end', () => open && finish({ ok: true, body: this.#joined() }));
      request.on('close', () => fail('aborted'));
    });
  }

  /** What a sender left who closed its side while the endpoint was looked up: no event will tell. */
  #leftover(limit: number): BodyRead {
    for (;;) {
      const chunk = this.#request.read() as Buffer | null;
      if (chunk === null) break;
      if (!this.#take(chunk)) return this.#failed('overloaded');
      if (this.#size > limit) return this.#failed('too_large');
    }
    if (!this.#request.complete) return this.#failed('aborted');
    return { ok: true, body: this.#joined() };
  }

  /** The head of a body that is refused unread: what comes of it at once. */
  head(limit: number): Promise<{ head: Buffer; size: number }> {
    const request = this.#request;
    const found = () => ({ head: this.#joined().subarray(0, limit), size: this.#known });
    const nothingComes = request.complete && request.readableLength === 0;
    if (this.#invite || nothingComes) return Promise.resolve(found());
    return new Promise((resolve) => {
      let open = true;
      const finish = () => {
        if (!open) return;
        open = false;
        clearTimeout(timer);
        request.pause();
        resolve(found());
      };
      const timer = setTimeout(finish, headMs);
      request.on('data', (chunk: Buffer) => {
        if (open && (!this.#take(chunk) || this.#size >= limit)) finish();
      });
      request.on('end', finish);
      request.on('close', finish);
    });
  }

  /** Once the request is answered: others may have its room. */
  release(): void {
    this.#budget.give(this.#size);
    this.#chunks = [];
    this.#size = 0;
  }

  async #refuse(): Promise<BodyRead> {
    await this.head(headBytes);
    return this.#failed('too_large');
  }

  get #announced(): number {
    return Number(this.#request.headers['content-length'] ?? 0);
  }

  /** What the sender announced, or more if more came. */
  get #known(): number {
    const announced = this.#announced;
    return Number.isSafeInteger(announced) && announced > this.#size ? announced : this.#size;
  }

  #take(chunk: Buffer): boolean {
    if (!this.#budget.take(chunk.byteLength)) return false;
    this.#chunks.push(chunk);
    this.#size += chunk.byteLength;
    return true;
  }

  #joined(): Buffer {
    const [only, ...more] = this.#chunks;
    if (only && more.length === 0) return only;
    const joined = Buffer.concat(this.#chunks, this.#size);
    this.#chunks = [joined];
    return joined;
  }

  #failed(why: Failure): BodyRead {
    return { ok: false, why, head: this.#joined().subarray(0, headBytes), size: this.#known };
  }
}
