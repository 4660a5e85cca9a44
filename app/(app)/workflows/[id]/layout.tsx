import type { ReactNode } from 'react';
import { WorkTexts } from '#components/text.tsx';

/** What all pages of one workflow have around them. */
export default function WorkflowLayout({ children }: { children: ReactNode }) {
  return <WorkTexts>{children}</WorkTexts>;
}
