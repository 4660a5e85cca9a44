'use client';

import { useEffect, useRef } from 'react';

/** Leads to the field of a problem: the one with its path, else the closest one around it. */
export function useFieldFocus(field: string | null) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (field === null) return;
    const found = fieldIn(box.current, field);
    if (!found) return;
    found.scrollIntoView({ block: 'center' });
    const focusable = 'input, select, textarea, button, [contenteditable="true"]';
    found.querySelector<HTMLElement>(focusable)?.focus({ preventScroll: true });
  }, [field]);
  return box;
}

function fieldIn(box: HTMLElement | null, field: string): HTMLElement | null {
  const parts = field.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const path = CSS.escape(parts.slice(0, length).join('.'));
    const found = box?.querySelector<HTMLElement>(`[data-field="${path}"]`);
    if (found) return found;
  }
  return null;
}
