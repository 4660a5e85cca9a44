import type { GraphDocument, GraphNote } from '#lib/core/graph/document.ts';
import type { Edit } from '#lib/core/graph/edit-kinds.ts';
import { firstFree } from './add-step.ts';

type Point = { x: number; y: number };

/** The size of a note that says none, in pixels of the canvas. */
export const noteSize = { width: 200, height: 104 };

export function addNoteEdit(graph: GraphDocument, at: Point): { edit: Edit; id: string } {
  const notes = graph.notes ?? [];
  const id = firstFree(new Set(notes.map((note) => note.id)), 'note', '_');
  const note: GraphNote = { id, text: '', position: { x: Math.round(at.x), y: Math.round(at.y) } };
  return { edit: { kind: 'set_notes', notes: [...notes, note] }, id };
}

export function changeNoteEdit(
  graph: GraphDocument,
  id: string,
  change: Partial<Pick<GraphNote, 'text' | 'position'>>,
): Edit {
  const notes = (graph.notes ?? []).map((note) => (note.id === id ? { ...note, ...change } : note));
  return { kind: 'set_notes', notes };
}

/** The last one takes the list along: a graph without notes has none. */
export function removeNoteEdit(graph: GraphDocument, id: string): Edit {
  const notes = (graph.notes ?? []).filter((note) => note.id !== id);
  return notes.length === 0 ? { kind: 'set_notes' } : { kind: 'set_notes', notes };
}
