import type { RequestSummary } from './request-types.ts';

/** Of which requests these rows hold a replay, as one text: equal while nothing of it changed. */
export function replayedIds(rows: readonly Pick<RequestSummary, 'replayOf'>[]): string {
  return [...new Set(rows.flatMap(({ replayOf }) => replayOf ?? []))].toSorted().join(' ');
}
