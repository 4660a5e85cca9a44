import { CircleAlert } from 'lucide-react';
import { Icon } from './icon.tsx';

/** What went wrong with a whole form and what to do; spoken at once. Empty while all is well. */
export function Alert({ message }: { message: string | undefined }) {
  return (
    <div role="alert" className="empty:hidden">
      {message && (
        <p className="flex items-start gap-2 rounded-md bg-bad-soft px-3 py-2 text-bad inset-ring inset-ring-bad-line">
          <Icon icon={CircleAlert} className="mt-0.5" />
          <span>{message}</span>
        </p>
      )}
    </div>
  );
}
