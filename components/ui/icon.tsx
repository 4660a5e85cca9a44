import type { LucideIcon } from 'lucide-react';

const strokes = { 12: 2.1, 14: 1.9, 16: 1.75, 20: 1.6 } as const;

export type IconProps = { icon: LucideIcon; size?: keyof typeof strokes; className?: string };

/** Beside a word that says the same; alone it needs a name on what holds it. */
export function Icon({ icon: Drawn, size = 16, className = '' }: IconProps) {
  return (
    <Drawn
      aria-hidden="true"
      size={size}
      strokeWidth={strokes[size]}
      className={`block flex-none ${className}`}
    />
  );
}
