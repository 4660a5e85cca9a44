'use client';

import { Rocket } from 'lucide-react';
import { useEditor } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { runsAlike } from '#lib/core/graph/compare-graphs.ts';
import { useLiveChanges } from './use-live-changes.ts';

/** What runs is what the draft says. While that isn't known yet, there may be something to publish. */
export function useNothingToPublish(): boolean {
  const changes = useLiveChanges();
  const saved = useEditor((state) => state.saveState === 'saved');
  return saved && Boolean(changes && runsAlike(changes));
}

/** At rest where there is nothing to publish; it can still be reached, and says why it rests. */
export function PublishButton({ nothing, onPublish }: { nothing: boolean; onPublish: () => void }) {
  const text = useText();
  return (
    <Button
      variant={nothing ? 'outlined' : 'primary'}
      icon={Rocket}
      aria-disabled={nothing}
      title={nothing ? text('editor.publish.nothing') : undefined}
      onClick={onPublish}
    >
      {text('editor.publish')}
    </Button>
  );
}
