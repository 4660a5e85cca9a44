import type { ReactNode } from 'react';

export type DrawerProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** Beside the title, at the right. */
  aside?: ReactNode;
  children: ReactNode;
  /** Stands at the foot while the rest scrolls: Save, Undo. */
  foot?: ReactNode;
  /** 752 instead of 560 where the screen is 1440 or wider. */
  wide?: boolean;
};
