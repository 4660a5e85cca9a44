import type { LucideIcon } from 'lucide-react';
import { Icon } from './icon.tsx';

const tones = { good: 'text-good', bad: 'text-bad', wait: 'text-wait', idle: 'text-idle' };

export type StatusProps = { tone: keyof typeof tones; icon: LucideIcon; children: string };

/** Colour, icon and word together: never colour alone. */
export function Status({ tone, icon, children }: StatusProps) {
  return (
    <span
      className={`inline-flex items-center gap-[5px] align-middle font-medium text-meta ${tones[tone]}`}
    >
      <Icon icon={icon} size={14} />
      {children}
    </span>
  );
}
