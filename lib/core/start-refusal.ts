/**
 * Why a start can't go on: one sentence for the terminal that says what to do. Thrown rather than
 * returned, because a start has one reader and nothing between it and `server.ts` can answer it.
 */
export type StartRefusal = Error & { code: 'start_refused' };

export function startRefusal(sentence: string): StartRefusal {
  return Object.assign(new Error(sentence), { code: 'start_refused' as const });
}

export function isStartRefusal(cause: unknown): cause is StartRefusal {
  return (cause as { code?: unknown } | undefined)?.code === 'start_refused';
}
