import type { LucideIcon } from 'lucide-react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

const tones = {
  good: { text: 'text-good', pill: 'bg-good-soft inset-ring-good-line' },
  bad: { text: 'text-bad', pill: 'bg-bad-soft inset-ring-bad-line' },
  wait: { text: 'text-wait', pill: 'bg-wait-soft inset-ring-wait-line' },
  live: { text: 'text-live', pill: 'bg-live-soft inset-ring-live-line' },
  hand: { text: 'text-hand', pill: 'bg-hand-soft inset-ring-hand-line' },
  dup: { text: 'text-dup', pill: 'bg-dup-soft inset-ring-dup-line' },
  idle: { text: 'text-idle', pill: 'bg-idle-soft inset-ring-idle-line' },
};

export type StatusTone = keyof typeof tones;

export type StatusProps = {
  tone: StatusTone;
  icon: LucideIcon;
  children: string;
  /** On a tint of its own, beside a title. */
  pill?: boolean;
  /** The normal outcome in a dense list: coloured icon, neutral word. */
  quiet?: boolean;
  /** The icon turns: something is under way. */
  spin?: boolean;
};

/** Colour, icon and word together: never colour alone. */
export function Status({ tone, icon, children, pill, quiet, spin }: StatusProps) {
  const look = tones[tone];
  return (
    <span
      className={classNames(
        'inline-flex flex-none items-center gap-[5px] whitespace-nowrap align-middle text-meta',
        quiet ? 'text-text-2' : `font-medium ${look.text}`,
        pill && `h-5 rounded-ctl pr-[7px] pl-[5px] inset-ring ${look.pill}`,
      )}
    >
      <Icon
        icon={icon}
        size={14}
        className={classNames(quiet && look.text, spin && 'motion-safe:animate-spin')}
      />
      {children}
    </span>
  );
}
