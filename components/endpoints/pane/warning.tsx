import { TriangleAlert } from 'lucide-react';
import { Icon } from '../../ui/icon.tsx';

/** Stands where a hint stands: what is allowed, but should be known. */
export function Warning({ children }: { children: string }) {
  return (
    <span className="flex items-start gap-1.5 text-wait">
      <Icon icon={TriangleAlert} size={14} className="mt-px" />
      {children}
    </span>
  );
}
