import { ArrowUp } from 'lucide-react';
import { Icon } from '../ui/icon.tsx';

/** Over a list that is held: what came meanwhile, shown when the person asks. */
export function NewRowsBar({ label, onShow }: { label: string; onShow(): void }) {
  return (
    <button
      type="button"
      onClick={onShow}
      className="flex min-h-8 flex-none items-center justify-center gap-1.5 border-line border-t bg-accent-soft font-medium text-accent focus-visible:-outline-offset-2 max-sm:min-h-11"
    >
      <Icon icon={ArrowUp} size={14} />
      {label}
    </button>
  );
}
