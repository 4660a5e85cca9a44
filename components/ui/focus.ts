const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [contenteditable="true"], [tabindex="0"]';

/** Null where it holds nothing that takes the focus. */
export function firstFocusable(box: Element | null | undefined): HTMLElement | null {
  return box?.querySelector<HTMLElement>(focusable) ?? null;
}

/** False where there is nothing to focus. */
export function focusOn(element: HTMLElement | null | undefined): boolean {
  element?.focus({ preventScroll: true });
  return Boolean(element);
}

/** Once what changed is drawn: a canvas draws it a frame later, and sizes it in the next. */
export function onceDrawn(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}

const mostFrames = 60;

/**
 * Focuses what `find` gives as soon as that takes the focus: a canvas draws what is new some frames
 * later, and hides it until it is measured. Unless somebody has gone elsewhere by then.
 */
export function focusOnceDrawn(find: () => HTMLElement | null): void {
  const from = document.activeElement;
  const attempt = (left: number) => {
    const { activeElement, body } = document;
    if (activeElement !== from && activeElement !== body) return;
    const element = find();
    if (focusOn(element) && document.activeElement === element) return;
    if (left > 0) requestAnimationFrame(() => attempt(left - 1));
  };
  attempt(mostFrames);
}
