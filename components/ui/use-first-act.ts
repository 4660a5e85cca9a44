import { useEffect, useState } from 'react';

const acts = ['pointermove', 'pointerdown', 'keydown'] as const;

/** True once the person does anything: time to fetch what the first sight of a page didn't need. */
export function useFirstAct(): boolean {
  const [acted, setActed] = useState(false);
  useEffect(() => {
    if (acted) return;
    const act = () => setActed(true);
    for (const name of acts) window.addEventListener(name, act, { passive: true });
    return () => {
      for (const name of acts) window.removeEventListener(name, act);
    };
  }, [acted]);
  return acted;
}
