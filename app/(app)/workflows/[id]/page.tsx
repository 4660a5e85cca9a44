import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { Editor } from '#components/editor/editor.tsx';
import { isUuid } from '#lib/core/ids.ts';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';
import { senderOrigin } from '#lib/web/sender-origin.ts';
import { getWiring } from '#lib/wiring.ts';

export const generateMetadata = pageTitle('page.workflow');

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function WorkflowPage({ params, searchParams }: Props) {
  const { workspaceId, role } = await requireSession();
  const { id } = await params;
  const { run: runId, request } = await searchParams;
  if (!isUuid(id)) notFound();
  const { api, environment } = getWiring();
  const origin = senderOrigin({ url: 'http://localhost/', headers: await headers() }, environment);
  const workflow = await api.workflows.get({ workspaceId, origin, id });
  if (!workflow.ok) notFound();
  const run =
    typeof runId === 'string' && isUuid(runId)
      ? await api.runs.get({ workspaceId, id: runId })
      : null;
  const shown = run?.ok && run.value.workflowId === id ? run.value : null;
  const sample = typeof request === 'string' && isUuid(request) ? request : null;
  return (
    <Editor
      workflow={workflow.value}
      role={role}
      sampleRequestId={sample ?? shown?.requestId ?? null}
      run={shown}
    />
  );
}
