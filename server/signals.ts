const repeatAfterMs = 2_000;

/**
 * Calls `stop` at the first signal. A terminal sends Ctrl-C to npm and to us, and npm hands its own
 * on, so one key press arrives twice: only a signal two seconds later means "at once".
 */
export function onStopSignal(stop: () => void, stopAtOnce: () => void): void {
  let first: number | undefined;
  const receive = () => {
    if (first === undefined) {
      first = Date.now();
      stop();
    } else if (Date.now() - first >= repeatAfterMs) stopAtOnce();
  };
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, receive);
}
