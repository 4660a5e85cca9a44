'use client';

import { Minus, PencilLine, Plus } from 'lucide-react';
import { useText } from '#components/text.tsx';
import { Status } from '#components/ui/status.tsx';
import type { Mark } from './union-graph.ts';

const looks = {
  added: { tone: 'good', icon: Plus },
  changed: { tone: 'live', icon: PencilLine },
  removed: { tone: 'bad', icon: Minus },
} as const;

export function MarkWord({ mark }: { mark: Mark }) {
  const text = useText();
  const word = text(`versions.mark.${mark}`);
  if (mark === 'same') return <span className="text-meta text-text-3">{word}</span>;
  return <Status {...looks[mark]}>{word}</Status>;
}
