'use client';

import { CircleAlert, RotateCw } from 'lucide-react';
import type { ApiFailure } from '../api/call-api.ts';
import { failureWords } from '../api/failure-words.ts';
import { useText } from '../text.tsx';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

/** In the place of what could not be read: why, and a way to try again. */
export function LoadFailed({ failure, onRetry }: { failure: ApiFailure; onRetry: () => void }) {
  const text = useText();
  return (
    <div role="alert">
      <EmptyState
        icon={CircleAlert}
        title={text('ui.loadFailed')}
        lead={failureWords(failure, text)}
      >
        <Button icon={RotateCw} onClick={onRetry}>
          {text('ui.retry')}
        </Button>
      </EmptyState>
    </div>
  );
}
