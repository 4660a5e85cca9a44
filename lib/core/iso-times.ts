type IsoTime<T> = T extends Date ? string : T;
export type IsoTimes<T> = { [K in keyof T]: IsoTime<T[K]> };

/** A row as the API shows it: its times as ISO 8601 in UTC. */
export function isoTimes<T extends object>(row: T): IsoTimes<T> {
  const entries = Object.entries(row).map(([key, value]) => [
    key,
    value instanceof Date ? value.toISOString() : value,
  ]);
  return Object.fromEntries(entries) as IsoTimes<T>;
}
