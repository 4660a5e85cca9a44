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
