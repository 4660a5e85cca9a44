import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Inspector } from '#components/inspector/inspector.tsx';
import { requireSession } from '#lib/web/require-session.ts';

export const metadata: Metadata = { title: 'Requests' };

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
