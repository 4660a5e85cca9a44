import type { CSSProperties } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { stepLook } from './graph/step-look.ts';

export function StepTile({ type, small }: { type: string; small?: boolean }) {
  const { icon, hue } = stepLook(type);
  return (
    <span className={small ? 'ed-tile small' : 'ed-tile'} style={{ '--h': hue } as CSSProperties}>
      <Icon icon={icon} size={small ? 14 : 16} />
    </span>
  );
}
