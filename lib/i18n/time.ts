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
export function shortMoment(at: Date, clock: Clock): string {
  return formatter(clock, dayAndMinute).format(at);
}

/** `09:41:07` with `.218` apart, for the dim milliseconds of lists. */
export function clockTime(at: Date, clock: Clock): { time: string; ms: string } {
  const time = formatter(clock, toTheSecond).format(at);
  return { time, ms: `.${String(at.getMilliseconds()).padStart(3, '0')}` };
}

/** `09:41`. */
export function hourMinute(at: Date, clock: Clock): string {
  return formatter(clock, toTheMinute).format(at);
}

/** `24 November 2026 at 09:41:07 GMT+9`, for titles and details. */
export function fullMoment(at: Date, clock: Clock): string {
  return formatter(clock, inFull).format(at);
}

/** `24 Nov`, `11月24日`. */
export function shortDay(at: Date, clock: Clock): string {
  return formatter(clock, dayAlone).format(at);
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

type Options = Intl.DateTimeFormatOptions;
const toTheMinute: Options = { hour: '2-digit', minute: '2-digit' };
const toTheSecond: Options = { ...toTheMinute, second: '2-digit' };
const dayAlone: Options = { day: 'numeric', month: 'short' };
const dayAndMinute: Options = { ...dayAlone, ...toTheMinute };
const inFull: Options = {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  ...toTheSecond,
  timeZoneName: 'short',
};

/** Making one takes longer than a row of a list may. */
const made = new WeakMap<Clock, Map<Options, Intl.DateTimeFormat>>();

function formatter(clock: Clock, options: Options): Intl.DateTimeFormat {
  const ofClock = made.get(clock) ?? new Map<Options, Intl.DateTimeFormat>();
  made.set(clock, ofClock);
  const known = ofClock.get(options);
  if (known) return known;
  const tag = clock.locale === 'ja' ? 'ja-JP' : 'en-GB';
  const format = new Intl.DateTimeFormat(tag, {
    ...options,
    hourCycle: 'h23',
    timeZone: clock.zone,
  });
  ofClock.set(options, format);
  return format;
}
