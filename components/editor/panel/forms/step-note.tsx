'use client';

import { useText } from '#components/text.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import type { GraphNode } from '#lib/core/graph/document.ts';
import type { Edit } from '#lib/core/graph/edit-kinds.ts';
import { usePanel } from '../fields/panel-context.tsx';
import { Setting } from '../fields/setting.tsx';

export type StepNoteProps = { node: GraphNode; onEdit: (edit: Edit, key: string) => void };

/** Why the step is as it is, for whoever comes next. */
export function StepNote({ node, onEdit }: StepNoteProps) {
  const text = useText();
  const { canEdit } = usePanel();
  if (!canEdit && !node.note) return null;
  return (
    <Setting label={text('panel.note')} field="note">
      {(control) => (
        <TextArea
          {...control}
          rows={2}
          maxLength={4000}
          value={node.note ?? ''}
          readOnly={!canEdit}
          placeholder={text('panel.note.hint')}
          onChange={({ target: { value } }) =>
            onEdit({ kind: 'set_note', id: node.id, ...(value && { note: value }) }, 'note')
          }
        />
      )}
    </Setting>
  );
}
