import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { EndpointPaneInAddress } from '#components/endpoints/endpoint-pane-in-address.tsx';
import { Inspector } from '#components/inspector/inspector.tsx';
import { isUuid } from '#lib/core/ids.ts';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';
import { senderOrigin } from '#lib/web/sender-origin.ts';
import { getWiring } from '#lib/wiring.ts';

export const generateMetadata = pageTitle('page.requests');

type Props = { params: Promise<{ id: string }> };

export default async function EndpointPage({ params }: Props) {
  const { role, workspaceId } = await requireSession();
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const { api, environment } = getWiring();
  const origin = senderOrigin({ url: 'http://localhost/', headers: await headers() }, environment);
  const found = await api.endpoints.get({ workspaceId, id, origin });
  if (!found.ok) notFound();
  const { name, url } = found.value;
  return (
    <Suspense>
      <Inspector
        topic={{ endpointId: id }}
        endpoint={{ id, name, url }}
        canReplay={role !== 'viewer'}
      />
      <EndpointPaneInAddress endpointId={id} />
    </Suspense>
  );
}
