import { exportText, importEdit } from '#components/editor/graph/import-graph.ts';
import type { Telling } from './pause-workflow.ts';

/** Hands the draft to the browser as a file. */
export function exportWorkflow({ store }: Pick<Telling, 'store'>): void {
  const { workflow, graph } = store.getState();
  const file = new Blob([exportText(workflow.name, graph)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${workflow.name.replaceAll(/[^\p{L}\p{N}._ -]+/gu, '-')}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Asks for a file and puts its graph in the draft's place: one step of Undo. */
export function importWorkflow(telling: Telling): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'application/json,.json';
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) void file.text().then((content) => takeOver(telling, content));
  });
  input.click();
}

function takeOver({ store, text, toast }: Telling, content: string): void {
  const { graph, apply, undo } = store.getState();
  const edit = importEdit(graph, content);
  const refusal = edit ? apply(edit)?.detail : text('editor.import.noGraph');
  if (refusal !== undefined) toast({ title: refusal, tone: 'bad' });
  else {
    const action = { label: text('editor.undo'), onClick: undo };
    toast({ title: text('editor.import.done'), action });
  }
}
