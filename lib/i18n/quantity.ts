import type { Locale } from './locale.ts';

/** `1,204`. */
export function number(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** `0.4 %`, at most one digit behind the point. `share` is 0 to 1. */
export function percent(share: number, locale: Locale): string {
  const shown = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(share * 100);
  return `${shown} %`;
}

/** `812 B`, `4.4 kB`, `1.2 MB`: thousands, as the limits are set. */
export function bytes(count: number, locale: Locale): string {
  if (count < 1000) return `${count} B`;
  const [size, unit] = count < 999_950 ? [count / 1e3, 'kB'] : [count / 1e6, 'MB'];
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: size < 100 ? 1 : 0 });
  return `${format.format(size)} ${unit}`;
}

/** `0.3 ms`, `38 ms`, `1.2 s`, `4 min 10 s`, `2 h 5 min`. */
export function duration(ms: number, locale: Locale): string {
  const digits = (value: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
  if (ms < 1000) return `${digits(ms)} ms`;
  if (ms < 60_000) return `${digits(ms / 1000)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return pair([Math.floor(seconds / 60), 'min'], [seconds % 60, 's']);
  const minutes = Math.round(seconds / 60);
  return pair([Math.floor(minutes / 60), 'h'], [minutes % 60, 'min']);
}

function pair([big, unit]: [number, string], [small, part]: [number, string]): string {
  return small === 0 ? `${big} ${unit}` : `${big} ${unit} ${small} ${part}`;
}
