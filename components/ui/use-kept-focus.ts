'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { focusOn, onceDrawn } from './focus.ts';

/** What had the focus and left the page, and what stood around it, from the inside out. */
export type Lost = { element: HTMLElement; around: readonly HTMLElement[] };

export type KeptFocus<Box> = {
  box: RefObject<Box | null>;
  /** Focuses what is nearest. False where that isn't drawn, or not yet. */
  takeOver: (lost: Lost) => boolean;
  /** Where nothing took over. */
  atLast: () => void;
};

/**
 * What has the focus may leave the page: it is deleted, folded, closed by its own button. A browser
 * then begins again at the top of the page; here something near it takes over.
 */
export function useKeptFocus<Box extends HTMLElement>({ box, ...ways }: KeptFocus<Box>): void {
  const latest = useRef(ways);
  useEffect(() => {
    latest.current = ways;
  });
  useEffect(() => {
    const inside = box.current;
    if (!inside) return;
    let held: Lost | null = null;
    const onFocus = ({ target }: FocusEvent) => {
      const element = target as HTMLElement;
      held = { element, around: ancestors(element, inside) };
    };
    // Who clicks on nothing lets go of it; an element that was taken away didn't.
    const onBlur = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget) return;
      setTimeout(() => {
        if (held?.element === target && held.element.isConnected && isNowhere()) held = null;
      });
    };
    const observer = new MutationObserver((changes) => {
      const lost = held;
      if (lost && isNowhere() && isTaken(lost, changes)) keep(lost, latest.current);
    });
    observer.observe(inside, { childList: true, subtree: true });
    inside.addEventListener('focusin', onFocus);
    inside.addEventListener('focusout', onBlur);
    return () => {
      observer.disconnect();
      inside.removeEventListener('focusin', onFocus);
      inside.removeEventListener('focusout', onBlur);
    };
  }, [box]);
}

function ancestors(element: HTMLElement, within: HTMLElement): HTMLElement[] {
  const around: HTMLElement[] = [];
  for (let at = element.parentElement; at && at !== within; at = at.parentElement) around.push(at);
  return around;
}

function isNowhere(): boolean {
  return document.activeElement === document.body;
}

function isTaken({ element }: Lost, changes: readonly MutationRecord[]): boolean {
  return changes.some(({ removedNodes }) =>
    [...removedNodes].some((node) => node.contains(element)),
  );
}

function keep(lost: Lost, { takeOver, atLast }: Omit<KeptFocus<HTMLElement>, 'box'>): void {
  // Put elsewhere, as steps are when a wire changes their order.
  if (lost.element.isConnected && focusOn(lost.element)) return;
  if (takeOver(lost)) return;
  onceDrawn(() => {
    if (isNowhere() && !takeOver(lost)) atLast();
  });
}
