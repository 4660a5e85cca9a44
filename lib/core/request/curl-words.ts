/** Between single quotes a POSIX shell changes nothing; a quote itself has to step outside. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** curl drops a header whose value is empty, unless a semicolon stands in place of the colon. */
export function curlHeader(name: string, value: string): string {
  return value === '' ? `${name};` : `${name}: ${value}`;
}
