'use client';

import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useState,
} from 'react';
import type { ToastMessage } from './toast-message.ts';
import { useFirstAct } from './use-first-act.ts';

const ToastList = lazy(() =>
  import('./toast-list.tsx').then((module) => ({ default: module.ToastList })),
);
const ToastContext = createContext<((message: ToastMessage) => void) | undefined>(undefined);

/** Around everything that tells: messages stand at the bottom left and go after 6 s, or 10. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [told, setTold] = useState<readonly ToastMessage[]>([]);
  // The list is there before the first message, so that screen readers hear that one too.
  const acted = useFirstAct();
  const tell = useCallback((message: ToastMessage) => {
    setTold((before) => [...before, { ...message }]);
  }, []);
  const onTaken = useCallback((count: number) => {
    setTold((before) => before.slice(count));
  }, []);
  return (
    <ToastContext value={tell}>
      {children}
      {(acted || told.length > 0) && (
        <Suspense fallback={null}>
          <ToastList told={told} onTaken={onTaken} />
        </Suspense>
      )}
    </ToastContext>
  );
}

/** Says what was done, or what failed, without taking the focus. */
export function useToast(): (message: ToastMessage) => void {
  const tell = useContext(ToastContext);
  if (!tell) throw new Error('ToastProvider is missing above.');
  return tell;
}
