'use client';

import { MousePointerClick } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { textCount } from '#lib/i18n/text.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { BuildStepProps } from './build-step-props.ts';
import { BuiltOnCanvas } from './built-on-canvas.tsx';
import { conditionCount } from './picked-value.ts';
import { withAction, withFilter } from './setup-graph.ts';
import { StepCard } from './step-card.tsx';
import { newAction } from './use-picking.ts';
import { useSampleMatches } from './use-sample-matches.ts';

const FilterForm = lazy(async () => ({
  default: (await import('./filter-form.tsx')).FilterForm,
}));

/** Which requests go on. A click on a value of the one that came is a condition. */
export function FilterStep({ setup, picking }: BuildStepProps) {
  const text = useText();
  const { graph, draft, steps } = setup;
  const filter = graph.kind === 'simple' ? graph.filter : null;
  const count = conditionCount(filter?.settings ?? null);
  const stopsSample = useSampleMatches(filter?.settings ?? null, picking.scope) === false;
  const skip = () => {
    const settings = (graph.kind === 'simple' && graph.action?.settings) || newAction;
    const action = { name: text('setup.action.name'), settings };
    // The action stands for the choice: with it, no filter means that none is wanted.
    draft.change((at) => withAction(withFilter(at, null), action));
    setup.go('action');
  };
  const note = () => {
    if (steps.filter !== 'done' || graph.kind === 'other') return text('setup.filter.lead');
    if (count === 0) return text('setup.filter.skipped');
    const done = textCount(text, 'setup.filter.done', count);
    return stopsSample ? `${done} · ${text('setup.filter.stops')}` : done;
  };
  return (
    <StepCard
      id="filter"
      setup={setup}
      title={text('setup.filter')}
      note={note()}
      warns={stopsSample}
      again={text('setup.change')}
    >
      {graph.kind === 'other' ? (
        <BuiltOnCanvas setup={setup} />
      ) : (
        <div className="flex flex-col gap-3">
          {setup.canEdit && <Note icon={MousePointerClick}>{text('setup.filter.click')}</Note>}
          {count > 0 && (
            <Suspense fallback={<Skeleton className="h-20 w-full" />}>
              <FilterForm setup={setup} picking={picking} />
            </Suspense>
          )}
          {setup.canEdit && (
            <div className="flex flex-wrap justify-end gap-2">
              <Button variant="ghost" onClick={skip}>
                {text('setup.filter.skip')}
              </Button>
              {count > 0 && (
                <Button variant="primary" onClick={() => setup.go('action')}>
                  {text('setup.continue')}
                </Button>
              )}
            </div>
          )}
        </div>
      )}
    </StepCard>
  );
}
