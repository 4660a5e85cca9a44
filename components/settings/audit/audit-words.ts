import type { z } from 'zod';
import type { auditEvent } from '#lib/contracts/audit.ts';
import type { Text, TextKey } from '#lib/i18n/text.ts';

export type AuditEvent = z.output<typeof auditEvent>;

const knownActions = [
  'instance.claimed',
  'sign_in.succeeded',
  'sign_in.failed',
  'access.refused',
  'password.changed',
  'sessions.ended',
  'person.renamed',
  'workspace.renamed',
  'member.role_changed',
  'member.removed',
  'invitation.created',
  'invitation.accepted',
  'invitation.role_changed',
  'invitation.removed',
  'token.created',
  'token.removed',
  'connection.created',
  'connection.changed',
  'connection.removed',
  'connection.tested',
  'workflow.created',
  'workflow.updated',
  'workflow.deleted',
  'workflow.duplicated',
  'workflow.published',
  'workflow.paused',
  'workflow.resumed',
  'workflow.restored',
  'workflow.tested',
  'endpoint.created',
  'endpoint.updated',
  'endpoint.deleted',
  'endpoint.rotated',
  'endpoint.previous_urls_ended',
  'endpoint.secret_added',
  'endpoint.secret_removed',
  'endpoint.tested',
  'endpoint.sampled',
  'request.replayed',
  'run.rerun',
  'run.cancelled',
] as const;

/** What happened, in words; an action that this version has no words for stands as it is stored. */
export function actionWords(action: string, text: Text): string {
  const known = knownActions.find((word) => word === action);
  return known ? text(`audit.${known}` satisfies TextKey) : action;
}

/** A refusal of whatever kind: its word carries the colour. */
export function isRefusal(action: string): boolean {
  return action === 'sign_in.failed' || action === 'access.refused';
}

/** What it was done to, and what about it, without the ids that tell a person nothing. */
export function detailWords({ action, target, detail }: AuditEvent, text: Text): string {
  if (action === 'access.refused') return text('settings.audit.needs', textsOf(detail));
  const { role, email, fields } = detail ?? {};
  const parts = [
    target?.label,
    typeof email === 'string' ? email : undefined,
    typeof role === 'string'
      ? text('settings.audit.as', { role: roleWord(role, text) })
      : undefined,
    action.endsWith('.updated') && Array.isArray(fields)
      ? text('settings.audit.fields', { fields: fields.join(', ') })
      : undefined,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

function textsOf(detail: AuditEvent['detail']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(detail ?? {}).map(([key, value]) => [key, String(value)]),
  );
}

function roleWord(role: string, text: Text): string {
  return role === 'owner' || role === 'editor' || role === 'viewer' ? text(`role.${role}`) : role;
}
