'use client';

import { useRef } from 'react';
import { useText } from '../text.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { focusOn } from '../ui/focus.ts';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { ActionStep } from './action-step.tsx';
import { DoneCard } from './done-card.tsx';
import { DoorPanel, Listening } from './door-panel.tsx';
import { FilterStep } from './filter-step.tsx';
import { PublishStep } from './publish-step.tsx';
import { RequestStep } from './request-step.tsx';
import { SecretStep } from './secret-step.tsx';
import { SenderStep } from './sender-step.tsx';
import { SetupBar } from './setup-bar.tsx';
import { currentStep, stepIds } from './setup-steps.ts';
import { UrlStep } from './url-step.tsx';
import { usePicking } from './use-picking.ts';
import { type Setup, type SetupProps, useSetup } from './use-setup.ts';

/**
 * From a URL to a live workflow. All of it is kept by the server as it is done: whoever leaves and
 * comes back finds the step that is next.
 */
export function SetupFlow({ retentionDays, ...props }: SetupProps & { retentionDays: number }) {
  const text = useText();
  const setup = useSetup(props);
  const picking = usePicking(setup);
  const box = useStepFocus();
  return (
    <>
      <SetupBar setup={setup} />
      <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_400px] xl:grid-cols-[minmax(0,1fr)_500px]">
        <div className="px-4 py-5 sm:px-8 sm:py-7">
          <div ref={box} tabIndex={-1} className="mx-auto max-w-[720px]">
            <Heading setup={setup} />
            {!setup.canEdit && <p className="pb-4 text-text-2">{text('ui.viewer')}</p>}
            <SaveTrouble setup={setup} />
            <DoneCard setup={setup} />
            <ol>
              {stepIds.map((id) => (
                <li key={id}>{drawn[id]({ setup, picking })}</li>
              ))}
            </ol>
          </div>
        </div>
        <DoorPanel setup={setup} picking={picking} retentionDays={retentionDays} />
        <Strip setup={setup} />
      </div>
    </>
  );
}

/** Who finishes a step finds the focus at the one that is next. */
function useStepFocus() {
  const box = useRef<HTMLDivElement>(null);
  const next = () => box.current?.querySelector<HTMLElement>('[aria-current="step"]');
  useKeptFocus({ box, takeOver: () => focusOn(next()), atLast: () => focusOn(box.current) });
  return box;
}

type Drawn = { setup: Setup; picking: ReturnType<typeof usePicking> };

const drawn = {
  url: ({ setup }: Drawn) => <UrlStep setup={setup} />,
  sender: ({ setup }: Drawn) => <SenderStep setup={setup} />,
  secret: ({ setup }: Drawn) => <SecretStep setup={setup} />,
  request: ({ setup }: Drawn) => <RequestStep setup={setup} />,
  filter: (both: Drawn) => <FilterStep {...both} />,
  action: (both: Drawn) => <ActionStep {...both} />,
  publish: ({ setup }: Drawn) => <PublishStep setup={setup} />,
};

function Heading({ setup }: { setup: Setup }) {
  const text = useText();
  const at = phaseOf(setup);
  return (
    <div className="pb-4">
      <h2 className="font-semibold text-page">{text(`setup.now.${at}`)}</h2>
      <p className="pt-0.5 text-strong text-text-2">{text(`setup.now.${at}.lead`)}</p>
    </div>
  );
}

function phaseOf({ steps }: Setup): 'choose' | 'send' | 'build' | 'live' {
  const current = currentStep(steps);
  if (current === null) return 'live';
  if (current === 'sender' || current === 'secret') return 'choose';
  return current === 'request' ? 'send' : 'build';
}

/** What the bar has no room for: a draft that can't be saved, and the way out. */
function SaveTrouble({ setup }: { setup: Setup }) {
  const text = useText();
  const { saveState, saveProblem } = setup.state;
  if (saveState !== 'conflict' && saveState !== 'refused') return null;
  return (
    <div className="flex flex-col gap-2 pb-4">
      <Alert message={text(`editor.save.${saveState}`, { detail: saveProblem ?? '' })} />
      {saveState === 'conflict' && (
        <div>
          <Button onClick={() => window.location.reload()}>{text('setup.reload')}</Button>
        </div>
      )}
    </div>
  );
}

/** Where the door is below the steps, what happens there stays in sight. */
function Strip({ setup }: { setup: Setup }) {
  const text = useText();
  const [latest] = setup.requests;
  const word = latest ? (latest.event.type ?? text('setup.noEvent')) : text('setup.waiting');
  return (
    <a
      href="#door"
      className="sticky bottom-0 z-10 flex h-11 items-center justify-between gap-2 border-line border-t bg-surface px-4 max-sm:bottom-14 lg:hidden"
    >
      <Listening setup={setup} />
      <span className="min-w-0 truncate text-meta text-text-2">{word}</span>
    </a>
  );
}
