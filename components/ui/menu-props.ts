import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';

export type MenuItem = {
  label: string;
  icon?: LucideIcon;
  onSelect: () => void;
  danger?: boolean;
  disabled?: boolean;
  /** At the right: its key, or why it is disabled. */
  hint?: string;
};

export type MenuProps = {
  /** A button; it gets what a menu's trigger needs. */
  trigger: ReactElement<object>;
  items: readonly (MenuItem | 'separator')[];
  align?: 'start' | 'end';
};
