import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { EndpointPaneInAddress } from '#components/endpoints/endpoint-pane-in-address.tsx';
import { Inspector } from '#components/inspector/inspector.tsx';
import { isUuid } from '#lib/core/ids.ts';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';
import { getWiring } from '#lib/wiring.ts';

export const generateMetadata = pageTitle('page.requests');

type Props = { params: Promise<{ id: string }> };

export default async function EndpointPage({ params }: Props) {
  const { role, workspaceId } = await requireSession();
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const topic = { endpointId: id };
  const known = await getWiring().api.requests.stats({ workspaceId, ...topic });
  if (!known.ok) notFound();
  return (
    <Suspense>
      <Inspector topic={topic} canReplay={role !== 'viewer'} />
      <EndpointPaneInAddress endpointId={id} />
    </Suspense>
  );
}
