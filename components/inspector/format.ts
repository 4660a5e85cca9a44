/** `09:41:07.218` on the visitor's clock. */
export function timeText(iso: string): string {
  const at = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  const ms = String(at.getMilliseconds()).padStart(3, '0');
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${ms}`;
}

/** `812 B`, `4.4 kB`, `1.2 MB`. */
export function byteText(count: number): string {
  if (count < 1000) return `${count} B`;
  const [size, unit] = count < 999_950 ? [count / 1e3, 'kB'] : [count / 1e6, 'MB'];
  return `${size.toFixed(size < 100 ? 1 : 0)} ${unit}`;
}
