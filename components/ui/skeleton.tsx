import { classNames } from './class-names.ts';

/** Stands for what is loading, in its final size; unseen for the first 150 ms. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden="true" className={classNames('skeleton block', className)} />;
}
