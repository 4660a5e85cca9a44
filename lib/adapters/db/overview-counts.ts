import { type EndpointStats, toStats } from './counters.ts';
import type { Queryable } from './pool.ts';

export type OverviewCounts = {
  total: EndpointStats;
  /** By the number of the bucket, from 0; buckets in which nothing came are missing. */
  buckets: Map<number, EndpointStats>;
  endpoints: {
    id: string;
    stats: EndpointStats;
    /** The last minutes in which these came, in Unix ms; null: not in this window. */
    lastAccepted: number | null;
    lastRejected: number | null;
    lastCaptured: number | null;
  }[];
};

type Row = {
  endpointId: string | null;
  bucket: number | null;
  what: string;
  n: number;
  last: Date;
};

/**
 * Reads the counters of a window once: by bucket, by endpoint, and in all. Times in Unix ms; `until`
 * is outside.
 */
export async function overviewCounts(
  db: Queryable,
  endpointIds: string[],
  shape: { since: number; until: number; bucketMs: number },
): Promise<OverviewCounts> {
  const { rows } = await db.query<Row>({
    name: 'overview_counts',
    text: `WITH counted AS (
        SELECT endpoint_id, what, n, minute,
          floor(extract(epoch FROM minute - $2::timestamptz) / $4::float8)::int4 AS bucket
        FROM endpoint_count
        WHERE endpoint_id = ANY($1::uuid[]) AND minute >= $2::timestamptz AND minute < $3::timestamptz
      )
      SELECT endpoint_id AS "endpointId", bucket, what, sum(n)::int8 AS n, max(minute) AS last
      FROM counted GROUP BY GROUPING SETS ((endpoint_id, what), (bucket, what), (what))`,
    values: [endpointIds, new Date(shape.since), new Date(shape.until), shape.bucketMs / 1000],
  });
  const isTotal = (row: Row) => row.endpointId === null && row.bucket === null;
  const inBucket = rows.filter(({ bucket }) => bucket !== null);
  const ofEndpoint = rows.filter(({ endpointId }) => endpointId !== null);
  return {
    total: statsOf(rows.filter(isTotal)),
    buckets: new Map(
      [...Map.groupBy(inBucket, ({ bucket }) => bucket ?? 0)].map(([at, some]) => [
        at,
        statsOf(some),
      ]),
    ),
    endpoints: [...Map.groupBy(ofEndpoint, ({ endpointId }) => endpointId ?? '')].map(
      ([id, some]) => ({
        id,
        stats: statsOf(some),
        lastAccepted: lastOf(some, (what) => what === 'accepted' || what === 'duplicate'),
        lastRejected: lastOf(some, (what) => what.startsWith('rejected:')),
        lastCaptured: lastOf(some, (what) => what === 'captured'),
      }),
    ),
  };
}

function statsOf(rows: readonly Row[]): EndpointStats {
  return toStats(new Map(rows.map(({ what, n }) => [what, n])));
}

function lastOf(rows: readonly Row[], isMeant: (what: string) => boolean): number | null {
  const times = rows.filter(({ what }) => isMeant(what)).map(({ last }) => last.getTime());
  return times.length > 0 ? Math.max(...times) : null;
}
