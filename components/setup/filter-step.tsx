'use client';

import { MousePointerClick } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { type Text, textCount } from '#lib/i18n/text.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useInSight } from '../ui/use-in-sight.ts';
import { useMedia } from '../ui/use-media.ts';
import type { BuildStepProps } from './build-step-props.ts';
import { BuiltOnCanvas } from './built-on-canvas.tsx';
import { withEventChoice } from './event-choice.ts';
import { EventTick } from './event-tick.tsx';
import { conditionCount } from './picked-value.ts';
import { withAction, withFilter } from './setup-graph.ts';
import { StepCard } from './step-card.tsx';
import { newAction } from './use-picking.ts';
import { useSampleMatches } from './use-sample-matches.ts';
import type { Setup } from './use-setup.ts';

const FilterForm = lazy(async () => ({
  default: (await import('./filter-form.tsx')).FilterForm,
}));

/** Which requests go on. A click on a value of the one that came is a condition. */
export function FilterStep({ setup, picking }: BuildStepProps) {
  const text = useText();
  const { graph } = setup;
  const [drawn, setDrawn] = useState(false);
  const filter = graph.kind === 'simple' ? graph.filter : null;
  const count = conditionCount(filter?.settings ?? null);
  const held = useSampleMatches(filter?.settings ?? null, picking.scope) === false;
  const stopsSample = held || (setup.sample !== null && !setup.events.takesSample);
  return (
    <StepCard
      id="filter"
      setup={setup}
      title={text('setup.filter')}
      note={noteOf(setup, { count, stopsSample, text })}
      warns={stopsSample}
      again={text('setup.change')}
    >
      {graph.kind === 'other' ? (
        <BuiltOnCanvas setup={setup} />
      ) : (
        <div className="flex flex-col gap-3">
          <EventTick setup={setup} />
          {setup.canEdit && <Note icon={MousePointerClick}>{text('setup.filter.click')}</Note>}
          {count > 0 && (
            <Suspense fallback={<Skeleton className="h-20 w-full" />}>
              <FilterForm setup={setup} picking={picking} />
              <Once onDrawn={setDrawn} />
            </Suspense>
          )}
          {setup.canEdit && <GoOn setup={setup} count={count} drawn={drawn} />}
        </div>
      )}
    </StepCard>
  );
}

/** Tells when what stands beside it under the same `Suspense` is there, too. */
function Once({ onDrawn }: { onDrawn(drawn: boolean): void }) {
  useEffect(() => {
    onDrawn(true);
    return () => onDrawn(false);
  }, [onDrawn]);
  return null;
}

/** On to the call: with the conditions, or without any. */
function GoOn({ setup, count, drawn }: { setup: Setup; count: number; drawn: boolean }) {
  const text = useText();
  const { graph, draft, events } = setup;
  // Where the values are below the steps, who picks several stays with them.
  const isBeside = useMedia('(min-width: 64rem)');
  const shown = drawn ? count : 0;
  const row = useInSight<HTMLDivElement>(isBeside ? shown : shown > 0);
  const skip = () => {
    const settings = (graph.kind === 'simple' && graph.action?.settings) || newAction;
    const action = { name: text('setup.action.name'), settings };
    // The action stands for the choice: with it, no filter means that none is wanted.
    draft.change((at) => withAction(withFilter(withEventChoice(at, events), null), action));
    setup.go('action');
  };
  const onlyEvents = count === 0 && events.only.length > 0;
  const proceed = onlyEvents ? skip : () => setup.go('action');
  return (
    <div ref={row} className="flex scroll-mb-16 flex-wrap justify-end gap-2">
      {!onlyEvents && (
        <Button variant="ghost" onClick={skip}>
          {text(events.only.length > 0 ? 'setup.filter.drop' : 'setup.filter.skip')}
        </Button>
      )}
      {(onlyEvents || count > 0) && (
        <Button variant="primary" onClick={proceed}>
          {text('setup.continue')}
        </Button>
      )}
    </div>
  );
}

type Noted = { count: number; stopsSample: boolean; text: Text };

function noteOf({ graph, steps, events }: Setup, { count, stopsSample, text }: Noted): string {
  if (steps.filter !== 'done' || graph.kind === 'other') return text('setup.filter.lead');
  const only =
    events.only.length > 0 && text('setup.filter.only', { events: events.only.join(', ') });
  const some = count > 0 && textCount(text, 'setup.filter.done', count);
  const all = !only && !some && text('setup.filter.skipped');
  const stops = stopsSample && text('setup.filter.stops');
  return [only, some, all, stops].filter((part) => part !== false).join(' · ');
}
