import { connect, type Socket } from 'node:net';

/** One keep-alive connection that posts one request at a time. */
export class Poster {
  readonly #socket: Socket;
  #answered: ((text: string) => void) | undefined;
  #partial = '';

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (chunk) => this.#take(chunk.toString('latin1')));
  }

  /** Resolves when the answer is here; throws where it is not a 202. */
  async post(request: string): Promise<void> {
    const answer = new Promise<string>((resolve) => {
      this.#answered = resolve;
    });
    this.#socket.write(request, 'latin1');
    const text = await answer;
    if (!text.startsWith('HTTP/1.1 202')) throw new Error(`Not a 202: ${text.slice(0, 300)}`);
  }

  end(): void {
    this.#socket.end();
  }

  #take(text: string): void {
    this.#partial += text;
    const end = this.#partial.indexOf('\r\n\r\n');
    const bytes = /\r\ncontent-length: (\d+)\r\n/i.exec(this.#partial)?.[1];
    if (end < 0 || this.#partial.length < end + 4 + Number(bytes ?? 0)) return;
    const whole = this.#partial;
    this.#partial = '';
    this.#answered?.(whole);
  }
}
