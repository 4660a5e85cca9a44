'use client';

import { FileQuestion } from 'lucide-react';
import Link from 'next/link';
import { useText } from '../text.tsx';
import { buttonClass } from '../ui/button.tsx';
import { PageNotice } from './page-notice.tsx';

/** There is nothing at this address, or not in this workspace. */
export function MissingPage() {
  const text = useText();
  return (
    <PageNotice icon={FileQuestion} title={text('missing.title')} lead={text('missing.lead')}>
      <Link href="/" className={buttonClass({ variant: 'primary' })}>
        {text('missing.action')}
      </Link>
    </PageNotice>
  );
}
