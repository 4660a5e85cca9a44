'use client';

import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { useProblem } from './panel-context.tsx';

export type SettingControl = { id: string; 'aria-describedby': string; 'aria-invalid': boolean };

export type SettingProps = {
  label: string;
  field: string;
  /** Takes problems inside the setting too. */
  deep?: boolean;
  help?: string;
  children: (control: SettingControl) => ReactNode;
};

/** Label, control, and below it what is wrong with it. */
export function Setting({ label, field, deep = false, help, children }: SettingProps) {
  const id = useId();
  const problem = useProblem(field, deep);
  return (
    <div className="flex min-w-0 flex-col gap-1" data-field={field}>
      <label htmlFor={id} className="font-medium text-meta text-text-2">
        {label}
      </label>
      {children({ id, 'aria-describedby': `${id}-note`, 'aria-invalid': problem !== undefined })}
      <div id={`${id}-note`}>
        <ProblemLine problem={problem} />
        {!problem && help && <p className="text-meta text-text-3">{help}</p>}
      </div>
    </div>
  );
}

/** What is wrong with exactly this part of a setting. */
export function OwnProblem({ field }: { field: string }) {
  return <ProblemLine problem={useProblem(field)} />;
}

export function ProblemLine({ problem }: { problem: string | undefined }) {
  if (!problem) return null;
  return (
    <p className="flex items-start gap-1 text-bad text-meta">
      <Icon icon={CircleAlert} size={14} className="mt-px" />
      {problem}
    </p>
  );
}

export const controlClass =
  'h-[30px] w-full min-w-0 rounded-sm bg-input px-2 text-body text-text inset-ring inset-ring-line-field outline-none focus:inset-ring-focus focus:ring-2 focus:ring-focus/30 aria-invalid:inset-ring-bad-solid disabled:opacity-60 max-sm:h-11';
