import { atOnce, type Freed, releaseSome } from './held-runs.ts';
import { inTransaction, type Pool, type Queryable } from './pool.ts';
import type { RequestSettler } from './request-settler.ts';

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
    const { rowCount } = await setPaused(this.#pool, { workspaceId, workflowId, paused });
    return rowCount === 1;
  }

  /**
   * Ends the pause and hands over what it held, in one commit: what comes in from then on stands
   * behind that in the outbox. Undefined where the workspace has no such workflow.
   */
  async resume(workspaceId: string, workflowId: string): Promise<number | undefined> {
    const freed = await inTransaction(this.#pool, async (client) => {
      const { rowCount } = await setPaused(client, { workspaceId, workflowId, paused: false });
      if (rowCount !== 1) return undefined;
      const all: Freed = { looked: atOnce, released: 0, ended: [] };
      while (all.looked === atOnce) {
        const { looked, released, ended } = await releaseSome(client, workflowId);
        all.looked = looked;
        all.released += released;
        all.ended.push(...ended);
      }
      return all;
    });
    if (!freed) return undefined;
    await this.#settleAll(freed.ended);
    return freed.released + (await this.release(workflowId));
  }

  /**
   * Hands over the held runs of workflows that are not paused, oldest first, on the version that is
   * live now. One that was held while its workflow was being resumed is found by the next look.
   */
  async release(workflowId?: string): Promise<number> {
    let released = 0;
    for (let looked = atOnce; looked === atOnce; ) {
      const freed = await inTransaction(this.#pool, (client) => releaseSome(client, workflowId));
      await this.#settleAll(freed.ended);
      released += freed.released;
      looked = freed.looked;
    }
    return released;
  }

  /** Cancels what is held: of one workflow, or of those that were deleted meanwhile. */
  async discard(workflowId?: string): Promise<number> {
    let discarded = 0;
    for (;;) {
      const requestIds = await inTransaction(this.#pool, (client) =>
        cancelHeld(client, workflowId),
      );
      await this.#settleAll(requestIds);
      discarded += requestIds.length;
      if (requestIds.length < atOnce) return discarded;
    }
  }

  async #settleAll(requestIds: readonly string[]): Promise<void> {
    for (const id of new Set(requestIds)) await this.#settler.settle(id);
  }
}

type Pausing = { workspaceId: string; workflowId: string; paused: boolean };

function setPaused(db: Queryable, { workspaceId, workflowId, paused }: Pausing) {
  return db.query(
    `UPDATE workflow SET paused = $3, updated_at = now()
     WHERE id = $1 AND workspace_id = $2 AND deleted_at IS NULL`,
    [workflowId, workspaceId, paused],
  );
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
