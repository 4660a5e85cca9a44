'use client';

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useText } from '../text.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { SidebarWidth } from './sidebar-width.ts';

export type SidebarSwitchProps = { width: SidebarWidth; onChoose(width: SidebarWidth): void };

/** Where there is room for words beside the icons: whether they show, on every page from then on. */
export function SidebarSwitch({ width, onChoose }: SidebarSwitchProps) {
  const text = useText();
  const isWide = width === 'wide';
  return (
    <IconButton
      icon={isWide ? PanelLeftClose : PanelLeftOpen}
      label={text(isWide ? 'shell.sidebar.fold' : 'shell.sidebar.unfold')}
      onClick={() => onChoose(isWide ? 'rail' : 'wide')}
      className="mb-1 size-9 max-[80rem]:hidden wide:ml-0.5"
    />
  );
}
