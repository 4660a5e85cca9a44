import { Skeleton } from '../ui/skeleton.tsx';

/** Rows that are still being read. */
export function WaitingRows() {
  return [1, 2, 3, 4].map((row) => (
    <div
      key={row}
      className="flex h-10 items-center gap-3 border-line border-b px-5 last:border-b-0"
    >
      <Skeleton className="h-3 w-[160px]" />
      <Skeleton className="h-3 w-[220px]" />
    </div>
  ));
}
