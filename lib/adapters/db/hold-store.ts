import { inTransaction, type Pool, type Queryable } from './pool.ts';
import type { RequestSettler } from './request-settler.ts';

const atOnce = 1_000;

/** Pausing: what waits because of it, and what becomes of that. */
export class HoldStore {
  readonly #pool: Pool;
  readonly #settler: RequestSettler;

  constructor(pool: Pool, settler: RequestSettler) {
    this.#pool = pool;
    this.#settler = settler;
  }

  /** False where the workspace has no such workflow. */
  async setPaused(workspaceId: string, workflowId: string, paused: boolean): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `UPDATE workflow SET paused = $3, updated_at = now()
       WHERE id = $1 AND workspace_id = $2 AND deleted_at IS NULL`,
      [workflowId, workspaceId, paused],
    );
    return rowCount === 1;
  }

  /**
   * Hands over the held runs of workflows that are not paused, oldest first, on the version that is
   * live now. One that was held while its workflow was being resumed is found by the next look.
   */
  async release(workflowId?: string): Promise<number> {
    let released = 0;
    for (;;) {
      const { rows } = await this.#pool.query<{ n: number }>({
        name: 'hold_release',
        text: `WITH free AS (
                 SELECT r.id, w.live_version FROM run r
                 JOIN workflow w ON w.id = r.workflow_id AND NOT w.paused AND w.deleted_at IS NULL
                 WHERE r.held AND r.finished_at IS NULL AND ($1::uuid IS NULL OR w.id = $1)
                 ORDER BY r.id LIMIT ${atOnce} FOR UPDATE OF r SKIP LOCKED
               ), u AS (
                 UPDATE run SET held = false,
                   version = CASE WHEN run.rerun = 0 THEN coalesce(free.live_version, run.version)
                     ELSE run.version END
                 FROM free WHERE run.id = free.id RETURNING run.id, run.workspace_id
               ), o AS (
                 INSERT INTO outbox (kind, ref, workspace_id)
                 SELECT 'run', id, workspace_id FROM u ORDER BY id
               )
               SELECT count(*)::int4 AS n FROM u`,
        values: [workflowId ?? null],
      });
      const n = rows[0]?.n ?? 0;
      released += n;
      if (n < atOnce) return released;
    }
  }

  /** Cancels what is held: of one workflow, or of those that were deleted meanwhile. */
  async discard(workflowId?: string): Promise<number> {
    let discarded = 0;
    for (;;) {
      const requestIds = await inTransaction(this.#pool, (client) =>
        cancelHeld(client, workflowId),
      );
      for (const id of new Set(requestIds)) await this.#settler.settle(id);
      discarded += requestIds.length;
      if (requestIds.length < atOnce) return discarded;
    }
  }
}

async function cancelHeld(client: Queryable, workflowId: string | undefined): Promise<string[]> {
  const { rows } = await client.query<{ request_id: string }>(
    `UPDATE run SET status = 'cancelled', finished_at = now(), resume_at = NULL, held = false
     WHERE id IN (
       SELECT r.id FROM run r JOIN workflow w ON w.id = r.workflow_id
       WHERE r.held AND r.finished_at IS NULL
         AND (w.id = $1 OR ($1::uuid IS NULL AND w.deleted_at IS NOT NULL))
       ORDER BY r.id LIMIT ${atOnce} FOR UPDATE OF r SKIP LOCKED)
     RETURNING request_id`,
    [workflowId ?? null],
  );
  return rows.map((row) => row.request_id);
}
