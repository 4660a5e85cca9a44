'use client';

import Link from 'next/link';
import { useText } from '../text.tsx';
import { buttonClass } from '../ui/button-class.ts';
import type { Setup } from './use-setup.ts';

/** The graph has outgrown these steps: the canvas shows all of it. */
export function BuiltOnCanvas({ setup }: { setup: Setup }) {
  const text = useText();
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="min-w-0 flex-1 text-text-2">{text('setup.other')}</p>
      <Link href={`/workflows/${setup.workflow.id}`} className={buttonClass()}>
        {text('setup.canvas.open')}
      </Link>
    </div>
  );
}
