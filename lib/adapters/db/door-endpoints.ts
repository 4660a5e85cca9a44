import type { DoorEndpoint, StoredEndpoint } from '#lib/core/request/door-endpoint.ts';
import type { EndpointParts } from '#lib/core/request/endpoint-config.ts';
import type { Log } from '#lib/log.ts';
import type { Pool } from './pool.ts';

type SecretBox = {
  open(sealed: string, place: { table: string; id: string }): string;
  tokenHashes(token: string): Buffer[];
};
type Notices = {
  readonly connected: boolean;
  subscribe(listener: (notice: { kind: string; id?: string }) => void): () => void;
  onConnection(listener: (connected: boolean) => void): () => void;
};

export type DoorEndpointsOptions = {
  pool: Pool;
  box: SecretBox;
  notices: Notices;
  /** Throws where the configuration can't be understood. */
  compile(stored: StoredEndpoint): DoorEndpoint;
  log: Log;
  now(): number;
};

type Entry = { endpoint: DoorEndpoint | undefined; readAt: number };

const freshMs = 30_000;
/** Guessed tokens: never worth a query each, nor much memory. */
const unknownFreshMs = 5_000;
const maxEntries = 20_000;
const readPatienceMs = 5_000;

/**
 * Endpoints by token, kept up to 30 s, dropped by notice; while notices can't be heard nothing is
 * kept. What is still stale is caught by the flush, which compares revisions.
 */
export class DoorEndpoints {
  readonly #options: DoorEndpointsOptions;
  readonly #entries = new Map<string, Entry>();
  readonly #loading = new Map<string, Promise<DoorEndpoint | undefined>>();
  /** Up with every drop: what was being read meanwhile may be stale and isn't kept. */
  #generation = 0;

  constructor(options: DoorEndpointsOptions) {
    this.#options = options;
    options.notices.subscribe((notice) => {
      if (notice.kind === 'endpoint' && notice.id !== undefined) this.drop(notice.id);
    });
    options.notices.onConnection(() => this.#clear());
  }

  /** Undefined for a token that never was. Throws where the database can't be asked. */
  find(token: string): DoorEndpoint | undefined | Promise<DoorEndpoint | undefined> {
    const entry = this.#entries.get(token);
    if (entry && this.#options.notices.connected) {
      const age = this.#options.now() - entry.readAt;
      if (age < (entry.endpoint ? freshMs : unknownFreshMs)) return entry.endpoint;
    }
    return this.#load(token);
  }

  drop(endpointId: string): void {
    this.#generation += 1;
    this.#loading.clear();
    for (const [token, { endpoint }] of this.#entries)
      if (endpoint?.id === endpointId) this.#entries.delete(token);
  }

  #clear(): void {
    this.#generation += 1;
    this.#loading.clear();
    this.#entries.clear();
  }

  #load(token: string): Promise<DoorEndpoint | undefined> {
    const running = this.#loading.get(token);
    if (running) return running;
    const generation = this.#generation;
    const loading = inTime(this.#read(token))
      .catch((cause: Error) => {
        this.#options.log.warn('door.endpoint_not_read', { message: cause.message });
        throw cause;
      })
      .then((endpoint) => {
        if (generation === this.#generation) this.#keep(token, endpoint);
        return endpoint;
      })
      .finally(() => {
        if (this.#loading.get(token) === loading) this.#loading.delete(token);
      });
    this.#loading.set(token, loading);
    return loading;
  }

  #keep(token: string, endpoint: DoorEndpoint | undefined): void {
    if (!this.#options.notices.connected) return;
    if (this.#entries.size >= maxEntries) {
      const [oldest] = this.#entries.keys();
      if (oldest !== undefined) this.#entries.delete(oldest);
    }
    this.#entries.set(token, { endpoint, readAt: this.#options.now() });
  }

  async #read(token: string): Promise<DoorEndpoint | undefined> {
    const { pool, box, compile } = this.#options;
    const { rows } = await pool.query<Row>({
      name: 'door_endpoint',
      text: statement,
      values: [box.tokenHashes(token)],
    });
    const [row] = rows;
    return row ? compile(toStored(row, box)) : undefined;
  }
}

/** A database that hangs must not hold the sender: it is told to come again. */
function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error('The database did not answer in time.'));
    const timer = setTimeout(late, readPatienceMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const statement = `
SELECT e.id, e.workspace_id, e.config, e.revision, e.expires_at, e.deleted_at IS NOT NULL AS deleted,
  t.expires_at AS token_expires_at,
  coalesce((SELECT json_agg(json_build_object('id', s.id, 'sealed', s.sealed,
      'expiresAt', extract(epoch FROM s.expires_at) * 1000) ORDER BY s.created_at DESC)
    FROM endpoint_secret s WHERE s.endpoint_id = e.id), '[]') AS secrets,
  EXISTS (SELECT 1 FROM live_trigger l JOIN workflow w ON w.id = l.workflow_id
    WHERE l.endpoint_id = e.id AND l.responds AND NOT w.paused AND w.deleted_at IS NULL) AS responds
FROM endpoint_token t JOIN endpoint e ON e.id = t.endpoint_id
WHERE t.hash = ANY($1::bytea[])`;

type Row = {
  id: string;
  workspace_id: string;
  config: EndpointParts;
  revision: number;
  expires_at: Date | null;
  deleted: boolean;
  token_expires_at: Date | null;
  secrets: { id: string; sealed: string; expiresAt: number | null }[];
  responds: boolean;
};

function toStored(row: Row, box: SecretBox): StoredEndpoint {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    revision: row.revision,
    parts: row.config,
    expiresAt: row.expires_at?.getTime() ?? null,
    tokenExpiresAt: row.token_expires_at?.getTime() ?? null,
    deleted: row.deleted,
    responds: row.responds,
    secrets: row.secrets.map(({ id, sealed, expiresAt }) => ({
      secret: { id, value: box.open(sealed, { table: 'endpoint_secret', id }) },
      expiresAt,
    })),
  };
}
