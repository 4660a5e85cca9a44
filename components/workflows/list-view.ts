import type { WorkflowRow, WorkflowSummary } from './workflow-types.ts';

export const sorts = ['newest', 'name', 'runs', 'failed', 'last'] as const;
export type Sort = (typeof sorts)[number];
export const statuses = ['live', 'paused', 'draft'] as const;
export type Status = (typeof statuses)[number];
/** What is shown, as the address says it. Empty texts and `newest` aren't written there. */
export type View = { q: string; status: Status | null; sort: Sort };

export function readView(search: URLSearchParams): View {
  return {
    q: search.get('q') ?? '',
    status: statuses.find((one) => one === search.get('status')) ?? null,
    sort: sorts.find((one) => one === search.get('sort')) ?? 'newest',
  };
}

/** The inverse of {@link readView}; what else the address says stays. */
export function writeView(search: URLSearchParams, { q, status, sort }: View): URLSearchParams {
  const next = new URLSearchParams(search);
  const values = { q, status: status ?? '', sort: sort === 'newest' ? '' : sort };
  for (const [name, value] of Object.entries(values)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/** The rows that fit, in their order. `rows` are newest first; ties stay so. */
export function shownRows(rows: readonly WorkflowRow[], view: View): WorkflowRow[] {
  const wanted = view.q.trim().toLowerCase();
  return rows
    .filter(({ workflow }) => view.status === null || workflow.status === view.status)
    .filter(({ workflow }) => isCalled(workflow, wanted))
    .sort(orders[view.sort]);
}

function isCalled({ name, description }: WorkflowSummary, wanted: string): boolean {
  return name.toLowerCase().includes(wanted) || description.toLowerCase().includes(wanted);
}

const orders: Readonly<Record<Sort, (a: WorkflowRow, b: WorkflowRow) => number>> = {
  newest: (a, b) => compare(b.workflow.id, a.workflow.id),
  name: (a, b) => a.workflow.name.localeCompare(b.workflow.name),
  runs: (a, b) => (b.activity?.runs ?? 0) - (a.activity?.runs ?? 0),
  failed: (a, b) => (b.activity?.failed ?? 0) - (a.activity?.failed ?? 0),
  last: (a, b) => compare(b.activity?.lastRun?.id ?? '', a.activity?.lastRun?.id ?? ''),
};

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function countByStatus(rows: readonly WorkflowRow[]): Record<Status | 'all', number> {
  const of = (status: Status) => rows.filter(({ workflow }) => workflow.status === status).length;
  return { all: rows.length, live: of('live'), paused: of('paused'), draft: of('draft') };
}

export type BulkAct = 'pause' | 'resume' | 'delete';

/** Which of the ticked ones an action fits: only live ones pause, only paused ones go on. */
export function fitting(workflows: readonly WorkflowSummary[], act: BulkAct): WorkflowSummary[] {
  const needs: Partial<Record<BulkAct, Status>> = { pause: 'live', resume: 'paused' };
  const status = needs[act];
  return workflows.filter((workflow) => status === undefined || workflow.status === status);
}

/** A click on a box, and with ⇧ on all from the last clicked one to it. */
export function ticked(
  before: ReadonlySet<string>,
  click: { ids: readonly string[]; id: string; from: string | null },
): ReadonlySet<string> {
  const { ids, id, from } = click;
  const on = !before.has(id);
  const [a, b] = [ids.indexOf(from ?? id), ids.indexOf(id)];
  const range = a < 0 ? [id] : ids.slice(Math.min(a, b), Math.max(a, b) + 1);
  const next = new Set(before);
  for (const one of range) {
    if (on) next.add(one);
    else next.delete(one);
  }
  return next;
}
