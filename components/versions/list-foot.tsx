'use client';

import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { Comparison } from './use-comparison.ts';

export type ListFootProps = {
  list: Comparison['list'];
  isEmpty: boolean;
  onlyNotes: boolean;
};

/** What stands below the list: it loads, it failed, it is empty, or it goes on. */
export function ListFoot({ list, isEmpty, onlyNotes }: ListFootProps) {
  const text = useText();
  const box = 'flex-none border-line border-b px-4 py-2';
  if (list.isPending) {
    return (
      <div className={box}>
        <Skeleton className="h-5 w-3/4" />
      </div>
    );
  }
  if (list.isError) {
    return (
      <div role="alert" className={`${box} flex items-center gap-2 text-bad`}>
        <span className="flex-1">{text('versions.failed')}</span>
        <Button onClick={() => void list.refetch()}>{text('versions.retry')}</Button>
      </div>
    );
  }
  if (isEmpty && !list.hasNextPage) {
    return (
      <p className={`${box} text-text-3`}>
        {text(onlyNotes ? 'versions.emptyNotes' : 'versions.empty')}
      </p>
    );
  }
  if (!list.hasNextPage) return null;
  return (
    <div className={box}>
      <Button variant="ghost" onClick={() => void list.fetchNextPage()}>
        {text('versions.older')}
      </Button>
    </div>
  );
}
