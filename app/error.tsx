'use client';

import { Broken } from '#components/notices/broken.tsx';
import type { BrokenPageProps } from '#components/notices/broken-page.tsx';

export default function RootError(props: BrokenPageProps) {
  return (
    <main>
      <Broken {...props} />
    </main>
  );
}
