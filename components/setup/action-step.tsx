'use client';

import { lazy, Suspense, useState } from 'react';
import { isJsonObject, type JsonObject } from '#lib/core/json.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { BuildStepProps } from './build-step-props.ts';
import { BuiltOnCanvas } from './built-on-canvas.tsx';
import { StepCard } from './step-card.tsx';
import type { Setup } from './use-setup.ts';

const ActionForm = lazy(async () => ({
  default: (await import('./action-form.tsx')).ActionForm,
}));

/** What happens with a request that goes on: one call, made of what it brought. */
export function ActionStep({ setup, picking }: BuildStepProps) {
  const text = useText();
  const { graph, steps, draft } = setup;
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const settings = graph.kind === 'simple' ? graph.action?.settings : undefined;
  const proceed = async () => {
    setBusy(true);
    // The server says what is wrong with it, once it has it.
    await draft.saveNow();
    setBusy(false);
    setTried(true);
    setup.go('publish');
  };
  const open = setup.open.has('action');
  const note = steps.action === 'done' && !open ? callNote(setup) : undefined;
  return (
    <StepCard
      id="action"
      setup={setup}
      title={text('setup.action')}
      note={note ?? text('setup.action.lead')}
      again={text('setup.change')}
    >
      {graph.kind === 'other' ? (
        <BuiltOnCanvas setup={setup} />
      ) : (
        <div className="flex flex-col gap-3">
          <Suspense fallback={<Skeleton className="h-40 w-full" />}>
            <ActionForm setup={setup} picking={picking} showProblems={tried || hasUrl(settings)} />
          </Suspense>
          {setup.canEdit && (
            <div className="flex justify-end">
              <Button
                variant="primary"
                onClick={() => void proceed()}
                busyLabel={busy && text('setup.saving')}
              >
                {text('setup.continue')}
              </Button>
            </div>
          )}
        </div>
      )}
    </StepCard>
  );
}

function hasUrl(settings: JsonObject | undefined): boolean {
  return typeof settings?.url === 'string' && settings.url !== '';
}

function callNote({ graph }: Setup): string | undefined {
  const settings = graph.kind === 'simple' ? graph.action?.settings : undefined;
  if (!isJsonObject(settings)) return undefined;
  return `${String(settings.method ?? 'POST')} ${String(settings.url ?? '')}`;
}
