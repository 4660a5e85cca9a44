'use client';

import { useShell } from '../shell/shell-context.ts';
import { useText } from '../text.tsx';
import { NewWorkflowButton } from '../workflows/new-workflow-button.tsx';

const steps = ['copy', 'choose', 'watch'] as const;

/** Home before there is anything: what the first three steps are, and the first one's button. */
export function Welcome() {
  const text = useText();
  const { person } = useShell();
  return (
    <div className="mx-auto flex w-full max-w-[560px] flex-col gap-6 px-5 py-16 max-sm:py-8">
      <div className="flex flex-col gap-1">
        <h2 className="font-semibold text-page">{text('home.welcome')}</h2>
        <p className="text-text-2">{text('home.welcome.lead')}</p>
      </div>
      <ol className="flex flex-col gap-4">
        {steps.map((step, index) => (
          <li key={step} className="flex gap-3">
            <span
              aria-hidden="true"
              className="grid size-7 flex-none place-items-center rounded-full bg-press font-semibold text-meta text-text-2 tabular-nums"
            >
              {index + 1}
            </span>
            <div>
              <h3 className="font-semibold">{text(`home.welcome.${step}`)}</h3>
              <p className="text-text-2">{text(`home.welcome.${step}Lead`)}</p>
            </div>
          </li>
        ))}
      </ol>
      {person.role === 'viewer' ? (
        <p className="text-text-2">{text('home.welcome.viewer')}</p>
      ) : (
        <div>
          <NewWorkflowButton size="lg" />
        </div>
      )}
    </div>
  );
}
