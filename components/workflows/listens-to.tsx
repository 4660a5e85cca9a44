'use client';

import Link from 'next/link';
import type { Provider } from '../endpoints/endpoint-types.ts';
import { useText } from '../text.tsx';
import { SenderMark } from '../ui/sender-mark.tsx';
import type { WorkflowActivity } from './workflow-types.ts';

export type ListensToProps = { activity: WorkflowActivity; providers: readonly Provider[] };

/** The endpoint a workflow hears, and how many more. */
export function ListensTo({ activity, providers }: ListensToProps) {
  const text = useText();
  const [first, ...others] = activity.listensTo;
  if (!first) return <span className="text-text-3">{text('workflows.listens.none')}</span>;
  const sender = providers.find(({ id }) => id === first.scheme);
  return (
    <span className="flex max-w-[220px] items-center gap-2">
      <SenderMark initials={sender?.initials ?? '{}'} tint={sender?.tint ?? 'slate'} />
      <Link
        href={`/endpoints/${first.id}`}
        prefetch={false}
        className="min-w-0 truncate text-text-2 hover:text-text hover:underline"
      >
        {first.name}
      </Link>
      {others.length > 0 && (
        <span className="flex-none text-meta text-text-3 tabular-nums">+{others.length}</span>
      )}
    </span>
  );
}
