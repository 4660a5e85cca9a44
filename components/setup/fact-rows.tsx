import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';

export type Fact = { icon: LucideIcon; name: string; value: ReactNode; mono?: boolean };

/** Names at the left, values at the right, a line each. */
export function FactRows({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="mx-auto max-w-[360px] divide-y divide-line rounded-md text-left inset-ring inset-ring-line">
      {facts.map(({ icon, name, value, mono }) => (
        <div key={name} className="flex min-h-9 items-center justify-between gap-3 px-3 py-1.5">
          <dt className="flex flex-none items-center gap-2 text-text-2">
            <Icon icon={icon} size={14} />
            {name}
          </dt>
          <dd className={`min-w-0 break-words text-right ${mono ? 'font-mono text-meta' : ''}`}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
