'use client';

import { useText } from '../text.tsx';
import { copyText } from '../ui/copy-text.ts';
import { useToast } from '../ui/toast.tsx';
import type { TreeRow } from './value-tree.ts';
import type { TreeAction } from './value-tree-row.tsx';

/** What every row of a tree offers: its path as a template writes it, and its value. */
export function useTreeCopies(): (row: TreeRow) => TreeAction[] {
  const text = useText();
  const toast = useToast();
  const copy = async (copied: string) => {
    const done = await copyText(copied);
    if (done) toast({ title: text('values.copied') });
    else toast({ title: text('values.copyFailed'), tone: 'bad' });
  };
  return ({ id, value }) => {
    const plain = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
    return [
      { label: text('values.path'), icon: 'path', act: () => void copy(id) },
      { label: text('values.value'), icon: 'value', act: () => void copy(plain) },
    ];
  };
}
