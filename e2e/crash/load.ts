import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { signedRequest, type Ticket } from '../../bench/runs/workflow.ts';

export type Accepted = Ticket & { id: string };

export type LoadOptions = {
  ports: readonly number[];
  token: string;
  connections: number;
  /** Makes tickets of different loads different. */
  prefix: string;
};

/** Signed posts over many connections. A refused or broken one is sent no further; a 202 is kept. */
export class Load {
  readonly accepted: Accepted[] = [];
  sent = 0;
  readonly #options: LoadOptions;
  readonly #drivers: Promise<void>[];
  #open = true;

  constructor(options: LoadOptions) {
    this.#options = options;
    this.#drivers = Array.from({ length: options.connections }, (_, index) => this.#drive(index));
  }

  async stop(): Promise<void> {
    this.#open = false;
    await Promise.all(this.#drivers);
  }

  async #drive(index: number): Promise<void> {
    const { ports, prefix, token } = this.#options;
    const port = ports[index % ports.length] ?? 0;
    while (this.#open) {
      const line = new Line(port);
      while (this.#open && !line.broken) {
        this.sent += 1;
        const priority = this.sent % 5 < 3 ? 'high' : 'low';
        const ticket: Ticket = { ticket: `${prefix}-${this.sent}`, priority };
        const answer = await line.post(signedRequest(token, ticket));
        if (answer?.status === 202) this.accepted.push({ ...ticket, id: answer.id });
        // Between a person's double click and a flood.
        await sleep(Math.random() * 10);
      }
      line.end();
      await sleep(20);
    }
  }
}

export type PostAnswer = { status: number; id: string; duplicateOf?: string };

/** One keep-alive connection. */
export class Line {
  broken = false;
  readonly #socket: Socket;
  #text = '';
  #settle: ((answer: PostAnswer | undefined) => void) | undefined;

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (chunk) => this.#take(chunk.toString('latin1')));
    this.#socket.on('error', () => this.#break());
    this.#socket.on('close', () => this.#break());
  }

  /** Undefined where no whole answer came: then nothing is known. */
  post(request: string): Promise<PostAnswer | undefined> {
    if (this.broken) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.#settle = resolve;
      this.#socket.write(request, 'latin1');
    });
  }

  end(): void {
    this.#socket.destroy();
  }

  #break(): void {
    this.broken = true;
    this.#settle?.(undefined);
  }

  #take(text: string): void {
    this.#text += text;
    const end = this.#text.indexOf('\r\n\r\n');
    const length = /\r\ncontent-length: (\d+)\r\n/i.exec(this.#text)?.[1];
    if (end < 0) return;
    // Refusals of a starting server come without a length; they end the connection's use.
    if (length === undefined) this.#break();
    if (length === undefined || this.#text.length < end + 4 + Number(length)) return;
    const status = Number(this.#text.slice(9, 12));
    const body = this.#text.slice(end + 4, end + 4 + Number(length));
    this.#text = '';
    this.#settle?.({ ...parsed(body), status });
  }
}

function parsed(body: string): { id: string; duplicateOf?: string } {
  try {
    return JSON.parse(body) as { id: string };
  } catch {
    return { id: '' };
  }
}
