'use client';

import { useEffect, useRef } from 'react';

export type TickBoxProps = {
  label: string;
  checked: boolean;
  /** Some of what it stands for. */
  partly?: boolean;
  onToggle(range: boolean): void;
};

/** A box in a list; with ⇧ it takes all from the last one on. */
export function TickBox({ label, checked, partly = false, onToggle }: TickBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  const range = useRef(false);
  useEffect(() => {
    if (box.current) box.current.indeterminate = partly;
  }, [partly]);
  return (
    <label className="grid size-6 place-items-center">
      <input
        ref={box}
        type="checkbox"
        aria-label={label}
        checked={checked}
        onClick={(event) => {
          range.current = event.shiftKey;
        }}
        onChange={() => onToggle(range.current)}
        className="size-4 accent-accent-solid"
      />
    </label>
  );
}
