'use client';

import { Broken } from '#components/notices/broken.tsx';
import type { BrokenPageProps } from '#components/notices/broken-page.tsx';

/** Inside the shell: the way to other pages stays. */
export default function AppError(props: BrokenPageProps) {
  return <Broken {...props} />;
}
