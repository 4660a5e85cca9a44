const fields =
  'input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"], [role="combobox"], [role="dialog"]';

/** In fields, menus and dialogs letters are theirs. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(fields) !== null;
}
