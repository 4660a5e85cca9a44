const minuteMs = 60_000;

/** How long until a moment, to the minute: `23 h 41 min`. Never below one minute. */
export function remaining(until: Date, now: number): string {
  const minutes = Math.max(1, Math.floor((until.getTime() - now) / minuteMs));
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}

/** `1 Dec, 09:00` in UTC: the server doesn't know the visitor's clock. */
export function shortMoment(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(at);
}
