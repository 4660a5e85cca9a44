import type { BodyRead, ByteBudget } from '#lib/core/request/arrival.ts';

type Failure = Extract<BodyRead, { ok: false }>['why'];

const bodyMs = 30_000;
const headMs = 150;
const headBytes = 65_536;

/** A Request's body, read once, under the same limits as on node:http. */
export class WebBody {
  readonly #request: Request;
  readonly #budget: ByteBudget;
  #chunks: Uint8Array[] = [];
  #size = 0;

  constructor(request: Request, budget: ByteBudget) {
    this.#request = request;
    this.#budget = budget;
  }

  async read(limit: number): Promise<BodyRead> {
    if (this.#announced > limit) {
      await this.#pull(headBytes, headMs);
      return this.#failed('too_large');
    }
    const came = await this.#pull(limit, bodyMs);
    return came === 'whole' ? { ok: true, body: Buffer.concat(this.#chunks) } : this.#failed(came);
  }

  async head(limit: number): Promise<{ head: Uint8Array; size: number }> {
    await this.#pull(limit, headMs);
    return { head: this.#head(limit), size: this.#known };
  }

  /** Once the request is answered: others may have its room. */
  release(): void {
    this.#budget.give(this.#size);
    this.#chunks = [];
    this.#size = 0;
  }

  get #announced(): number {
    return Number(this.#request.headers.get('content-length') ?? 0);
  }

  get #known(): number {
    const announced = this.#announced;
    return Number.isSafeInteger(announced) && announced > this.#size ? announced : this.#size;
  }

  async #pull(limit: number, ms: number): Promise<'whole' | Failure> {
    const reader = this.#request.body?.getReader();
    if (!reader) return 'whole';
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), ms);
    });
    const came = await this.#pullAll(reader, limit, late).catch(() => 'aborted' as const);
    clearTimeout(timer);
    if (came !== 'whole') reader.cancel().catch(() => {});
    return came;
  }

  async #pullAll(
    reader: ReadableStreamDefaultReader<Uint8Array>,
    limit: number,
    late: Promise<'late'>,
  ): Promise<'whole' | Failure> {
    for (;;) {
      const next = await Promise.race([reader.read(), late]);
      if (next === 'late') return 'too_slow';
      if (next.done) return 'whole';
      if (!this.#budget.take(next.value.byteLength)) return 'overloaded';
      this.#chunks.push(next.value);
      this.#size += next.value.byteLength;
      if (this.#size > limit) return 'too_large';
    }
  }

  #head(limit: number): Uint8Array {
    return Buffer.concat(this.#chunks).subarray(0, limit);
  }

  #failed(why: Failure): BodyRead {
    return { ok: false, why, head: this.#head(headBytes), size: this.#known };
  }
}
