import { useState } from 'react';

/** A text that may not stand yet is held in its field; it goes when what stands changes, as by Undo. */
export function useHeld(
  stands: string,
  mayStand: (text: string) => boolean,
  onChange: (text: string) => void,
) {
  const [held, setHeld] = useState<{ text: string; over: string } | null>(null);
  const shown = held?.over === stands ? held.text : stands;
  const type = (text: string) => {
    const stays = mayStand(text);
    setHeld(stays ? null : { text, over: stands });
    if (stays) onChange(text);
  };
  return { shown, type, drop: () => setHeld(null) };
}
