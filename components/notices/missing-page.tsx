import { FileQuestion } from 'lucide-react';
import Link from 'next/link';
import type { Text } from '#lib/i18n/text.ts';
import { buttonClass } from '../ui/button-class.ts';
import { PageNotice } from './page-notice.tsx';

/** There is nothing at this address, or not in this workspace. Drawn by the server alone. */
export function MissingPage({ text }: { text: Text }) {
  return (
    <PageNotice icon={FileQuestion} title={text('missing.title')} lead={text('missing.lead')}>
      <Link href="/" className={buttonClass({ variant: 'primary' })}>
        {text('missing.action')}
      </Link>
    </PageNotice>
  );
}
