'use client';

import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';

/** Beside a field whose choices couldn't be read. */
export function LoadFailed({ onRetry }: { onRetry: () => void }) {
  const text = useText();
  return (
    <p role="alert" className="flex items-center gap-2 text-bad text-meta">
      <span className="flex-1">{text('panel.load.failed')}</span>
      <Button size="sm" onClick={onRetry}>
        {text('editor.retry')}
      </Button>
    </p>
  );
}
