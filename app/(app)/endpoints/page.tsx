import { Suspense } from 'react';
import { EndpointPaneInAddress } from '#components/endpoints/endpoint-pane-in-address.tsx';
import { EndpointList } from '#components/endpoints/list/endpoint-list.tsx';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';

export const generateMetadata = pageTitle('endpoints.title');

export default async function EndpointsPage() {
  await requireSession();
  return (
    <Suspense>
      <EndpointList />
      <EndpointPaneInAddress />
    </Suspense>
  );
}
