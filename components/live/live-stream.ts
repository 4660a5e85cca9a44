export type LiveState = 'connecting' | 'live' | 'lost';
export type LiveKind = 'request' | 'run' | 'step';
export type LiveSink = {
  /** `data` is JSON. */
  event(kind: LiveKind, data: string): void;
  state(state: LiveState): void;
  /** Too much was missed to be told: read what is shown again. */
  reset(): void;
};

const kinds = ['request', 'run', 'step'] as const;
/** A stream that the server refused is asked for again so long after. */
const againMs = 10_000;
/** Whoever looks elsewhere only for a moment keeps the stream. */
const hiddenMs = 5_000;

/**
 * The live stream of a topic (`endpointId=…`, `workflowId=…`, `runId=…`, or empty for the workspace)
 * until the returned function is called. A tab that nobody sees holds none: browsers open six
 * connections to one server, and a seventh tab would wait for ever. Back in sight it goes on where it
 * left off.
 */
export function openLiveStream(topic: string, sink: LiveSink): () => void {
  let stream: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let lastEventId = '';
  const open = () => {
    const query = new URLSearchParams(topic);
    if (lastEventId !== '') query.set('lastEventId', lastEventId);
    const opened = new EventSource(`/api/v1/live?${query}`);
    stream = opened;
    for (const kind of kinds) {
      opened.addEventListener(kind, (event) => {
        lastEventId = event.lastEventId;
        sink.event(kind, event.data);
      });
    }
    opened.addEventListener('reset', () => sink.reset());
    opened.addEventListener('open', () => sink.state('live'));
    opened.addEventListener('error', () => {
      sink.state('lost');
      // Else the browser tries by itself, and the server tells what was missed.
      if (opened.readyState !== EventSource.CLOSED) return;
      again = setTimeout(reopen, againMs);
    });
  };
  const reopen = () => {
    open();
    sink.reset();
  };
  const close = () => {
    stream?.close();
    stream = undefined;
    clearTimeout(again);
  };
  const onVisibility = () => {
    clearTimeout(leaving);
    if (document.hidden) leaving = setTimeout(close, hiddenMs);
    else if (!stream && lastEventId === '') reopen();
    else if (!stream) open();
  };
  if (!document.hidden) open();
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    clearTimeout(leaving);
    close();
  };
}
