import type { ReactNode, RefObject } from 'react';

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A question, where something is decided. */
  title: string;
  children: ReactNode;
  /** Buttons at the foot; the last one is the verb. */
  actions?: ReactNode;
  wide?: boolean;
  /** Gets the focus at once; else the first control does. */
  firstFocus?: RefObject<HTMLElement | null>;
};
