import type { Locale } from './locale.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The visitor's language and time zone: UTC until the browser has told its own. */
export type Clock = { locale: Locale; zone: string };

export const zoneCookie = 'hookline.zone';

/** The zone that the browser told, if this server knows it, else UTC. */
export function zoneOf(told: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: told ?? 'UTC' }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** How long until a moment, to the minute: `23 h 41 min`. Never below one minute. */
export function remaining(until: Date, now: number, locale: Locale = 'en'): string {
  const minutes = Math.max(1, Math.floor((until.getTime() - now) / minuteMs));
  const hours = Math.floor(minutes / 60);
  const units = locale === 'ja' ? { h: '時間', min: '分' } : { h: 'h', min: 'min' };
  const rest = `${minutes % 60} ${units.min}`;
  return hours > 0 ? `${hours} ${units.h} ${rest}` : `${minutes} ${units.min}`;
}

/** `1 Dec, 09:00` and `12月1日 09:00`. */
export function shortMoment(at: Date, { locale, zone }: Clock): string {
  return formatter({ locale, zone }, dayAndMinute).format(at);
}

/** `09:41:07` with `.218` apart, for the dim milliseconds of lists. */
export function clockTime(at: Date, clock: Clock): { time: string; ms: string } {
  const time = formatter(clock, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return { time: time.format(at), ms: `.${String(at.getMilliseconds()).padStart(3, '0')}` };
}

/** `09:41`. */
export function hourMinute(at: Date, clock: Clock): string {
  return formatter(clock, { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** `24 November 2026 at 09:41:07 GMT+9`, for titles and details. */
export function fullMoment(at: Date, clock: Clock): string {
  return formatter(clock, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(at);
}

/** `24 Nov`, `11月24日`. */
export function shortDay(at: Date, clock: Clock): string {
  return formatter(clock, { day: 'numeric', month: 'short' }).format(at);
}

const steps = [
  ['day', dayMs],
  ['hour', 60 * minuteMs],
  ['minute', minuteMs],
] as const;

/** `3 minutes ago`, `in 2 hours`, `now` below a minute. `now` and `at` in ms. */
export function ago(at: number, now: number, locale: Locale): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const distance = at - now;
  const [unit, length] = steps.find(([, ms]) => Math.abs(distance) >= ms) ?? ['second', Infinity];
  return format.format(Math.trunc(distance / length) || 0, unit);
}

const dayAndMinute: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
};

function formatter({ locale, zone }: Clock, options: Intl.DateTimeFormatOptions) {
  const tag = locale === 'ja' ? 'ja-JP' : 'en-GB';
  return new Intl.DateTimeFormat(tag, { ...options, hourCycle: 'h23', timeZone: zone });
}
