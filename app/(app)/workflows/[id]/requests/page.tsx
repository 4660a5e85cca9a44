import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { Inspector } from '#components/inspector/inspector.tsx';
import { isUuid } from '#lib/core/ids.ts';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';
import { getWiring } from '#lib/wiring.ts';

export const generateMetadata = pageTitle('page.requests');

type Props = { params: Promise<{ id: string }> };

export default async function WorkflowRequestsPage({ params }: Props) {
  const { role, workspaceId } = await requireSession();
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const origin = { url: '', reachable: 'local' } as const;
  const found = await getWiring().api.workflows.get({ workspaceId, id, origin });
  if (!found.ok) notFound();
  return (
    <Suspense>
      <Inspector
        topic={{ workflowId: id }}
        workflow={{ id, name: found.value.name }}
        canReplay={role !== 'viewer'}
      />
    </Suspense>
  );
}
