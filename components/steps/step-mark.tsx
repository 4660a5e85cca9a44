import type { CSSProperties } from 'react';
import type { NodeKind } from '#lib/core/graph/node-type.ts';
import { Icon } from '../ui/icon.tsx';
import { stepHue, stepIcon } from './step-icons.ts';

export type StepMarkProps = {
  type: string;
  /** As the catalogue says of the type; undefined for one that this release doesn't know. */
  look: { icon: string; kind: NodeKind } | undefined;
  large?: boolean;
};

/** A step's tile: what kind it is, never how it went. */
export function StepMark({ type, look, large }: StepMarkProps) {
  return (
    <span
      style={{ '--hue': stepHue(type, look?.kind ?? 'action') } as CSSProperties}
      className={`step-mark grid flex-none place-items-center ${large ? 'size-7 rounded-[7px]' : 'size-[22px] rounded-sm'}`}
    >
      <Icon icon={stepIcon(look?.icon)} size={large ? 16 : 14} />
    </span>
  );
}
