import { Suspense } from 'react';
import { Inspector } from '#components/inspector/inspector.tsx';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';

export const generateMetadata = pageTitle('page.requests');

type Props = { params: Promise<{ id: string }> };

export default async function RequestPage({ params }: Props) {
  const { role } = await requireSession();
  const { id } = await params;
  return (
    <Suspense>
      <Inspector topic={{}} firstId={id} canReplay={role !== 'viewer'} />
    </Suspense>
  );
}
