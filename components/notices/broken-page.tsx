'use client';

import { CircleAlert, RotateCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { PageNotice } from './page-notice.tsx';

export type BrokenPageProps = { error: Error & { digest?: string }; reset: () => void };

/** What people see where a page of ours throws. The digest is what the server's log calls it. */
export function BrokenPage({ error, reset }: BrokenPageProps) {
  const text = useText();
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  const lead = error.digest
    ? text('error.lead', { digest: error.digest })
    : text('error.leadPlain');
  return (
    <PageNotice icon={CircleAlert} title={text('error.title')} lead={lead}>
      <Button variant="primary" icon={RotateCw} onClick={again}>
        {text('error.again')}
      </Button>
    </PageNotice>
  );
}
