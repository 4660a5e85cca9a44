import type { Metadata } from 'next';
import { Suspense } from 'react';
import { EndpointList } from '#components/endpoints/list/endpoint-list.tsx';
import { pageLook } from '#lib/web/page-look.ts';
import { requireSession } from '#lib/web/require-session.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { text } = await pageLook();
  return { title: text('endpoints.title') };
}

export default async function EndpointsPage() {
  await requireSession();
  return (
    <Suspense>
      <EndpointList />
    </Suspense>
  );
}
