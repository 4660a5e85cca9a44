import type { Result } from '#lib/core/result.ts';
import { EndpointRecordStore } from './endpoint-record-store.ts';
import type { Database, DatabaseClient } from './prisma.ts';
import { TriggerStore } from './trigger-store.ts';
import { WorkflowStore } from './workflow-store.ts';

export type ManagementStores = {
  workflows: WorkflowStore;
  endpoints: EndpointRecordStore;
  triggers: TriggerStore;
};
export type ManagementTransaction = ManagementStores & {
  /** The door must see these anew: their revision goes up, and every node is told by this commit. */
  endpointsChanged(ids: string[]): Promise<void>;
};

/** Ids in one notice stay far below PostgreSQL's 8000 bytes. */
const idsPerNotice = 100;

/** Workflows and endpoints, read at once or changed all together or not at all. */
export class Management {
  readonly #db: Database;
  readonly #onChanged: (endpointIds: string[]) => void;
  readonly stores: ManagementStores;

  /** `onChanged` is told after the commit, ahead of the notice that comes back to this node. */
  constructor(db: Database, onChanged: (endpointIds: string[]) => void) {
    this.#db = db;
    this.#onChanged = onChanged;
    this.stores = storesOn(db);
  }

  /** A failure rolls everything back, as a throw does. */
  async transact<T>(
    work: (transaction: ManagementTransaction) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const changed: string[] = [];
    let result: Result<T> | undefined;
    try {
      await this.#db.$transaction(
        async (client) => {
          result = await work({
            ...storesOn(client),
            endpointsChanged: async (ids) => {
              changed.push(...ids);
              await announce(client, ids);
            },
          });
          if (!result.ok) throw new Error('rolled back');
        },
        { maxWait: 10_000, timeout: 20_000 },
      );
    } catch (cause) {
      if (result && !result.ok) return result;
      throw cause;
    }
    if (changed.length > 0) this.#onChanged(changed);
    return result as unknown as Result<T>;
  }
}

function storesOn(client: DatabaseClient): ManagementStores {
  return {
    workflows: new WorkflowStore(client),
    endpoints: new EndpointRecordStore(client),
    triggers: new TriggerStore(client),
  };
}

async function announce(client: DatabaseClient, ids: string[]): Promise<void> {
  // In one order always: two publishes that share endpoints must not wait for each other crosswise.
  const sorted = [...ids].sort();
  await client.$executeRaw`
    UPDATE endpoint SET revision = revision + 1 WHERE id IN (
      SELECT id FROM endpoint WHERE id = ANY(${sorted}::uuid[]) ORDER BY id FOR UPDATE)`;
  for (let from = 0; from < sorted.length; from += idsPerNotice) {
    const notices = sorted.slice(from, from + idsPerNotice).map((id) => ({ kind: 'endpoint', id }));
    await client.$executeRaw`SELECT pg_notify('hookline', ${JSON.stringify(notices)})`;
  }
}
