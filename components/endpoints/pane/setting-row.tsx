'use client';

import { type ReactNode, useId } from 'react';
import type { FieldControl } from '../../ui/field.tsx';
import { usePane } from './pane-context.ts';

export type SettingRowProps = {
  label: string;
  hint?: ReactNode;
  /** The field of the API: what the server says of it stands below. */
  field?: string;
  children: (control: FieldControl) => ReactNode;
};

/** Label at the left, control at the right; on phones one above the other. */
export function SettingRow({ label, hint, field, children }: SettingRowProps) {
  const id = useId();
  const { problems } = usePane();
  const problem = problems.find((found) => found.field === field)?.message;
  const noteId = `${id}-note`;
  const note = problem ?? hint;
  return (
    <div className="grid gap-x-3 gap-y-1 not-first:mt-2 sm:grid-cols-[112px_minmax(0,1fr)]">
      <label htmlFor={id} className="font-medium text-meta text-text-2 sm:pt-[7px]">
        {label}
      </label>
      <div className="min-w-0">
        {children({
          id,
          'aria-describedby': note ? noteId : undefined,
          'aria-invalid': problem ? true : undefined,
        })}
        <div id={noteId} aria-live="polite" className="empty:hidden">
          {note && (
            <p className={`mt-1 text-meta ${problem ? 'text-bad' : 'text-text-3'}`}>{note}</p>
          )}
        </div>
      </div>
    </div>
  );
}
