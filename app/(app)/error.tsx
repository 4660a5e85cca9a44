'use client';

import { BrokenPage, type BrokenPageProps } from '#components/notices/broken-page.tsx';

/** Inside the shell: the way to other pages stays. */
export default function AppError(props: BrokenPageProps) {
  return <BrokenPage {...props} />;
}
