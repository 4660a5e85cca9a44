/** An event of the live stream. `id` is what a client sends back as `Last-Event-ID`. */
export type StreamEvent = { id: string; event: string; data: unknown };

type Sink = { send(event: StreamEvent): boolean; close(): void };
export type EventStreamOptions = {
  /** Starts the events; gives what ends them, or null where there may be no more streams. */
  subscribe(sink: Sink): (() => void) | null;
  /** Asked every minute: may this caller still listen? */
  stillAllowed(): Promise<boolean>;
  signal: AbortSignal;
};

const commentMs = 15_000;
const recheckMs = 60_000;
/** What a client may leave unread before it is cut off; it comes back with `Last-Event-ID`. */
const maxUnreadBytes = 1_048_576;

/** Server-sent events (WHATWG HTML §9.2). Null where `subscribe` refused. */
export function eventStream(options: EventStreamOptions): ReadableStream<Uint8Array> | null {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let end: (() => void) | null = null;
  const timers: NodeJS.Timeout[] = [];
  const close = () => {
    for (const timer of timers.splice(0)) clearInterval(timer);
    end?.();
    end = null;
    const open = controller;
    controller = undefined;
    open?.close();
  };
  const write = (text: string): boolean => {
    if (!controller) return false;
    controller.enqueue(encoder.encode(text));
    return (controller.desiredSize ?? 0) > 0;
  };
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (opened) => {
        controller = opened;
      },
      cancel: () => {
        controller = undefined;
        close();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: maxUnreadBytes }),
  );
  end = options.subscribe({ send: (event) => write(eventText(event)), close });
  if (!end) return null;
  // Headers leave with the first bytes: the browser's `open` shouldn't wait for an event.
  write('retry: 2000\n\n');
  timers.push(
    setInterval(() => write(':\n\n'), commentMs),
    setInterval(() => {
      options.stillAllowed().then((allowed) => allowed || close(), close);
    }, recheckMs),
  );
  if (options.signal.aborted) close();
  else options.signal.addEventListener('abort', close, { once: true });
  return stream;
}

/** JSON holds no line end, so one `data` line is enough. */
function eventText({ id, event, data }: StreamEvent): string {
  return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
