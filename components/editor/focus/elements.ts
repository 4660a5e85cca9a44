import { firstFocusable, focusOn, focusOnceDrawn, onceDrawn } from '#components/ui/focus.ts';

export type EditorPart = 'canvas' | 'empty' | 'dock' | 'settings' | 'picker';

function partOf(name: EditorPart): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-editor-part="${name}"]`);
}

/**
 * The name that a screen reader says holds the position: `2 of 7`. False where the step isn't drawn.
 */
export function focusStep(id: string): boolean {
  return focusOn(cardOf(id));
}

/** The same of a step just added or come into sight. */
export function focusNewStep(id: string): void {
  focusOnceDrawn(() => cardOf(id));
}

function cardOf(id: string): HTMLElement | null {
  return document.querySelector(`.react-flow__node-step[data-id="${CSS.escape(id)}"]`);
}

/** An empty canvas has a button; else the canvas itself: its keys work, and Tab goes on from there. */
export function focusCanvas(): void {
  focusOn(firstFocusable(partOf('empty')) ?? partOf('canvas'));
}

/** The values of the sample, straight from a field: Tab would pass other fields on the way. */
export function focusPicker(): boolean {
  const picker = partOf('picker');
  return focusOn(picker) && document.activeElement === picker;
}

/** The first field of the open step. */
export function focusSettings(): void {
  focusOn(firstFocusable(partOf('settings')));
}

/**
 * A condition just added, by its dotted path in the settings: its first field, and all of it in sight.
 * One made of a value has that already: there the operator comes next.
 */
export function focusCondition(field: string, first = '[contenteditable="true"], input'): void {
  const find = () =>
    partOf('settings')?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  onceDrawn(() => find()?.scrollIntoView({ block: 'nearest' }));
  focusOnceDrawn(() => find()?.querySelector<HTMLElement>(first) ?? null);
}
