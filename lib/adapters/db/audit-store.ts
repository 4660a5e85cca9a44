import type { Audit, AuditRecord, AuditTarget } from '#lib/core/audit.ts';
import type { JsonObject } from '#lib/core/json.ts';
import type { Database } from './prisma.ts';

type AuditActor = { type: 'user' | 'token' | 'system'; id: string | null; label: string };

export type AuditEvent = {
  id: string;
  at: Date;
  actor: AuditActor;
  action: string;
  target: AuditTarget | null;
  detail: JsonObject | null;
  ip: string | null;
};

export type AuditQuery = {
  workspaceId: string;
  action?: string | undefined;
  actorId?: string | undefined;
  since?: Date | undefined;
  until?: Date | undefined;
  /** Only events older than this id. */
  before?: string | undefined;
  limit: number;
};

/** The security log: written by use cases, never changed. */
export class AuditStore implements Audit {
  readonly #db: Database;
  readonly #newId: () => string;

  /** `newId` must count up: the log is read in the order of its ids. */
  constructor(db: Database, newId: () => string) {
    this.#db = db;
    this.#newId = newId;
  }

  async record(entry: AuditRecord): Promise<void> {
    const { principal } = entry;
    await this.#db.auditEvent.create({
      data: {
        id: this.#newId(),
        workspaceId: principal?.workspaceId ?? entry.workspaceId ?? null,
        actor: actorOf(principal),
        action: entry.action,
        ...(entry.target && { target: entry.target }),
        ...(entry.detail && { detail: entry.detail as JsonObject }),
        ip: entry.ip ?? null,
      },
    });
  }

  /** Newest first. */
  async list(query: AuditQuery): Promise<AuditEvent[]> {
    const rows = await this.#db.auditEvent.findMany({
      where: {
        workspaceId: query.workspaceId,
        ...(query.before && { id: { lt: query.before } }),
        ...(query.action && { action: actionFilter(query.action) }),
        ...(query.actorId && { actor: { path: ['id'], equals: query.actorId } }),
        at: { ...(query.since && { gte: query.since }), ...(query.until && { lt: query.until }) },
      },
      orderBy: { id: 'desc' },
      take: query.limit,
      omit: { workspaceId: true },
    });
    return rows as unknown as AuditEvent[];
  }
}

function actorOf(principal: AuditRecord['principal']): AuditActor {
  if (!principal) return { type: 'system', id: null, label: 'Hookline' };
  const type = principal.kind === 'user' ? 'user' : 'token';
  return { type, id: principal.id, label: principal.label };
}

/** `token.*` means every action of that kind. */
function actionFilter(action: string) {
  return action.endsWith('.*') ? { startsWith: action.slice(0, -1) } : action;
}
