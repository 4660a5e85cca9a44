'use client';

import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useText } from '#components/text.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { usePanel } from '../fields/panel-context.tsx';
import { type GroupPart, movePart, removePart } from '../model/condition-rows.ts';

export type PartToolsProps = { root: GroupPart; id: number; onChange: (root: GroupPart) => void };

export function PartTools({ root, id, onChange }: PartToolsProps) {
  const text = useText();
  const { canEdit } = usePanel();
  if (!canEdit) return null;
  return (
    <div className="ml-auto flex flex-none">
      <IconButton
        icon={ArrowUp}
        label={text('panel.cond.up')}
        onClick={() => onChange(movePart(root, id, -1))}
      />
      <IconButton
        icon={ArrowDown}
        label={text('panel.cond.down')}
        onClick={() => onChange(movePart(root, id, 1))}
      />
      <IconButton
        icon={X}
        label={text('panel.cond.remove')}
        onClick={() => onChange(removePart(root, id))}
      />
    </div>
  );
}
