'use client';

import './globals.css';
import { BrokenFrame } from '#components/notices/broken-frame.tsx';
import type { BrokenPageProps } from '#components/notices/broken-page.tsx';

/** Where even the frame of all pages throws. */
export default function GlobalError({ error }: BrokenPageProps) {
  return <BrokenFrame digest={error.digest} />;
}
