import { type ReactNode, useId } from 'react';

/** What a control inside a field carries, so that label, hint and error belong to it. */
export type FieldControl = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

export type FieldProps = {
  label: string;
  /** At the right of the label: a link or a count. */
  aside?: ReactNode;
  hint?: ReactNode;
  /** Takes the hint's place and is spoken at once. */
  error?: string | undefined;
  children: (control: FieldControl) => ReactNode;
};

/** Label above, help or error below. */
export function Field({ label, aside, hint, error, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <div className="flex flex-col gap-[5px]">
      <div className="flex items-center justify-between gap-1.5">
        <label htmlFor={id} className="font-medium text-meta text-text-2">
          {label}
        </label>
        {aside}
      </div>
      {children({
        id,
        'aria-describedby': note ? noteId : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      <div id={noteId} aria-live="polite" className="empty:hidden">
        {note && <p className={`text-meta ${error ? 'text-bad' : 'text-text-3'}`}>{note}</p>}
      </div>
    </div>
  );
}
