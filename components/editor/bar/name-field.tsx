'use client';

import { callApi } from '#components/api/call-api.ts';
import { failureWords } from '#components/api/failure-words.ts';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';

/** The workflow's name, renamed where it stands. */
export function NameField() {
  const text = useText();
  const store = useEditorStore();
  const { id, name } = useEditor((state) => state.workflow);
  const canEdit = useEditor((state) => state.role !== 'viewer');
  const save = async (input: HTMLInputElement) => {
    const wanted = input.value.trim();
    if (wanted === '' || wanted === name) {
      input.value = name;
      return;
    }
    const { setWorkflow, tell } = store.getState();
    setWorkflow({ name: wanted });
    const answer = await callApi(`/api/v1/workflows/${id}`, {
      method: 'PATCH',
      body: { name: wanted },
    });
    if (answer.ok) return;
    setWorkflow({ name });
    const detail = failureWords(answer.failure, text);
    tell(text('editor.save.refused', { detail }));
  };
  return (
    <input
      key={name}
      aria-label={text('editor.name')}
      readOnly={!canEdit}
      defaultValue={name}
      maxLength={200}
      className="-ml-1 h-7 min-w-16 max-w-full truncate rounded-sm bg-transparent px-1.5 font-semibold text-strong field-sizing-content read-only:hover:bg-transparent hover:bg-hover max-sm:h-6"
      onBlur={(event) => void save(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') {
          event.currentTarget.value = name;
          event.currentTarget.blur();
        }
      }}
    />
  );
}
