import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { RunsList } from '#components/runs/runs-list.tsx';
import { isUuid } from '#lib/core/ids.ts';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';
import { getWiring } from '#lib/wiring.ts';

export const generateMetadata = pageTitle('shell.nav.runs');

type Props = { params: Promise<{ id: string }> };

export default async function WorkflowRunsPage({ params }: Props) {
  const { workspaceId } = await requireSession();
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const origin = { url: '', reachable: 'local' } as const;
  const found = await getWiring().api.workflows.get({ workspaceId, id, origin });
  if (!found.ok) notFound();
  return (
    <Suspense>
      <RunsList workflow={{ id, name: found.value.name }} />
    </Suspense>
  );
}
