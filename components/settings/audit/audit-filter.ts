export const auditGroups = [
  'all',
  'sign_in',
  'access',
  'member',
  'invitation',
  'token',
  'connection',
  'endpoint',
  'workflow',
  'request',
  'run',
] as const;
export type AuditGroup = (typeof auditGroups)[number];
export const auditSpans = ['all', '1', '7', '30'] as const;
/** Days, as text: that is what a select holds. */
export type AuditSpan = (typeof auditSpans)[number];

/** `who`: an actor's id, or `all`. */
export type AuditFilter = { group: AuditGroup; who: string; span: AuditSpan };
export const everything: AuditFilter = { group: 'all', who: 'all', span: 'all' };
const dayMs = 86_400_000;

/** Of the page's address; what isn't a filter of ours counts as everything. */
export function readFilter(search: URLSearchParams): AuditFilter {
  return {
    group: auditGroups.find((group) => group === search.get('what')) ?? 'all',
    who: search.get('who') ?? 'all',
    span: auditSpans.find((span) => span === search.get('days')) ?? 'all',
  };
}

/** For the page's address; nothing where nothing is filtered. */
export function writeFilter({ group, who, span }: AuditFilter): string {
  const entries = { what: group, who, days: span };
  const chosen = Object.entries(entries).filter(([, value]) => value !== 'all');
  return chosen.length === 0 ? '' : `?${new URLSearchParams(chosen)}`;
}

/** The path of the call. `now` in ms; the span begins at a full minute, so that it is asked for once. */
export function auditPath({ group, who, span }: AuditFilter, now: number): string {
  const since = Math.floor(now / 60_000) * 60_000 - Number(span) * dayMs;
  const query = new URLSearchParams({
    limit: '50',
    ...(group !== 'all' && { action: `${group}.*` }),
    ...(who !== 'all' && { actorId: who }),
    ...(span !== 'all' && { since: new Date(since).toISOString() }),
  });
  return `/api/v1/audit?${query}`;
}
