'use client';

import { GripHorizontal, X } from 'lucide-react';
import { type KeyboardEvent, memo } from 'react';
import type { NodeProps } from 'reactflow';
import { changeNoteEdit, removeNoteEdit } from '#components/editor/graph/notes-edit.ts';
import { useEditor, useEditorStore } from '#components/editor/store/editor-store.tsx';
import { useText } from '#components/text.tsx';
import { Icon } from '#components/ui/icon.tsx';

const arrows: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** A sticky note: words beside the steps. It is dragged by its head, or moved from there by arrows. */
export const NoteCard = memo(function NoteCard({ id }: NodeProps) {
  const noteId = id.slice(noteNodePrefix.length);
  const text = useText();
  const store = useEditorStore();
  const note = useEditor((state) => state.graph.notes?.find((one) => one.id === noteId));
  const canEdit = useEditor((state) => state.canEdit);
  if (!note) return null;
  const { position } = note;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = arrows[event.key];
    if (!by || !canEdit) return;
    event.preventDefault();
    event.stopPropagation();
    const far = event.shiftKey ? 100 : 20;
    const { graph, apply } = store.getState();
    const next = { x: position.x + by.x * far, y: position.y + by.y * far };
    apply(changeNoteEdit(graph, noteId, { position: next }), `note ${noteId} position`);
  };
  return (
    <div className="ed-note">
      {canEdit && (
        <div className="ed-note-head">
          <button
            type="button"
            className="ed-note-grip"
            aria-label={text('editor.note.move')}
            title={text('editor.note.move')}
            onKeyDown={onKeyDown}
          >
            <Icon icon={GripHorizontal} size={14} />
          </button>
          <button
            type="button"
            className="nodrag grid size-6 place-items-center rounded-ctl hover:bg-hover"
            aria-label={text('editor.note.delete')}
            title={text('editor.note.delete')}
            onClick={() => {
              const { graph, apply } = store.getState();
              apply(removeNoteEdit(graph, noteId));
            }}
          >
            <Icon icon={X} size={14} />
          </button>
        </div>
      )}
      <textarea
        className="nodrag nowheel ed-note-text"
        aria-label={text('editor.note')}
        placeholder={text('editor.note.hint')}
        readOnly={!canEdit}
        maxLength={4000}
        data-undo="draft"
        value={note.text}
        data-note={noteId}
        onKeyDown={(event) => event.stopPropagation()}
        onBlur={() => store.getState().seal()}
        onChange={({ target }) => {
          const { graph, apply } = store.getState();
          apply(changeNoteEdit(graph, noteId, { text: target.value }), `note ${noteId} text`);
        }}
      />
    </div>
  );
});

/** Notes and steps share the canvas, where an id stands once. */
export const noteNodePrefix = 'note:';
