import { notFound } from 'next/navigation';
import { RunPage } from '#components/runs/run-page.tsx';
import { isUuid } from '#lib/core/ids.ts';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';
import { getWiring } from '#lib/wiring.ts';

export const generateMetadata = pageTitle('shell.nav.runs');

type Props = { params: Promise<{ id: string }> };

export default async function OneRunPage({ params }: Props) {
  const { workspaceId, role } = await requireSession();
  const id = (await params).id.toLowerCase();
  if (!isUuid(id)) notFound();
  const { api } = getWiring();
  const found = await api.runs.get({ workspaceId, id });
  if (!found.ok) notFound();
  const run = found.value;
  const [workflow, request] = await Promise.all([
    workflowOf(workspaceId, run),
    api.requests.get({ workspaceId, id: run.requestId }),
  ]);
  const kinds = api.catalog.nodes().map(({ type, label, icon, kind }) => {
    return [type, { label, icon, kind }] as const;
  });
  return (
    <RunPage
      initial={run}
      canRun={role !== 'viewer'}
      {...workflow}
      request={
        request.ok ? { event: request.value.event.type, replayOf: request.value.replayOf } : null
      }
      kinds={Object.fromEntries(kinds)}
    />
  );
}

/** Its name, and the steps of the version that ran: those it didn't come to are shown too. */
async function workflowOf(workspaceId: string, run: { workflowId: string; version: number }) {
  const { api } = getWiring();
  const named = { workspaceId, id: run.workflowId };
  const origin = { url: '', reachable: 'local' } as const;
  const found = await api.workflows.get({ ...named, origin });
  if (!found.ok) return { workflow: null, nodes: [], edges: [] };
  const { name, liveVersion, graph } = found.value;
  const version =
    run.version === 0 ? null : await api.workflows.version({ ...named, number: run.version });
  const ran = version?.ok ? version.value.graph : graph;
  const { nodes, edges } = run.version === 0 || version?.ok ? ran : { nodes: [], edges: [] };
  return {
    workflow: { name, liveVersion },
    nodes: nodes
      .toSorted((a, b) => a.position.x - b.position.x)
      .map(({ id, name: step, type }) => ({ id, name: step, type })),
    edges: edges.map(({ from, to }) => ({ from: from.node, port: from.port, to: to.node })),
  };
}
