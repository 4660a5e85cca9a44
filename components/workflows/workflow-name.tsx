'use client';

import { type KeyboardEvent, useState } from 'react';
import { callApi } from '../api/call-api.ts';
import { failureWords } from '../api/failure-words.ts';
import { refresh } from '../api/use-read.ts';
import { useText } from '../text.tsx';
import { useToast } from '../ui/toast.tsx';

export type WorkflowNameProps = {
  workflow: { id: string; name: string };
  canEdit: boolean;
  /** In a list: it starts with the caret, and says when it is left. */
  onDone?: () => void;
  /** A new name is stored. */
  onNamed?: (name: string) => void;
};

/** The name, to be changed where it stands: Enter or leaving it keeps the change, Esc doesn't. */
export function WorkflowName({ workflow, canEdit, onDone, onNamed }: WorkflowNameProps) {
  const text = useText();
  const toast = useToast();
  const [stored, setStored] = useState(workflow.name);
  const [typed, setTyped] = useState(workflow.name);
  const keep = async () => {
    const name = typed.trim();
    onDone?.();
    if (name === '' || name === stored) return setTyped(stored);
    const path = `/api/v1/workflows/${workflow.id}`;
    const answer = await callApi(path, { method: 'PATCH', body: { name } });
    if (answer.ok) {
      setStored(name);
      onNamed?.(name);
      await refresh('/api/v1/workflows');
      return;
    }
    setTyped(stored);
    toast({ title: failureWords(answer.failure, text), tone: 'bad' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // The list around it has keys of its own.
    event.stopPropagation();
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key !== 'Escape') return;
    setTyped(stored);
    onDone?.();
  };
  return (
    <input
      aria-label={text('workflows.name')}
      value={typed}
      maxLength={200}
      readOnly={!canEdit}
      // biome-ignore lint/a11y/noAutofocus: it was opened to be typed in
      autoFocus={onDone !== undefined}
      onFocus={(event) => canEdit && event.currentTarget.select()}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => void keep()}
      onKeyDown={onKeyDown}
      size={Math.min(40, Math.max(8, typed.length + 1))}
      className="h-7 min-w-0 max-w-full truncate [field-sizing:content] rounded-sm bg-transparent px-1.5 font-semibold text-body outline-none hover:inset-ring hover:inset-ring-line-2 focus:bg-input focus:inset-ring focus:inset-ring-focus max-sm:h-11"
    />
  );
}
