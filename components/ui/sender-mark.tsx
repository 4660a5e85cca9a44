import { classNames } from './class-names.ts';

const hues: Record<string, string> = {
  slate: '[--hue:262]',
  orange: '[--hue:55]',
  blue: '[--hue:255]',
  violet: '[--hue:290]',
  plum: '[--hue:330]',
  green: '[--hue:150]',
  teal: '[--hue:200]',
};

export type SenderMarkProps = {
  initials: string;
  /** As the catalogue of providers names it. */
  tint: string;
  large?: boolean;
};

/** A sender's initials on a tint; its name stands beside it. Never a logo. */
export function SenderMark({ initials, tint, large }: SenderMarkProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'sender-mark inline-grid flex-none place-items-center font-semibold',
        hues[tint] ?? hues.slate,
        large ? 'size-7 rounded-sm text-meta' : 'size-5 rounded-ctl text-[10px] leading-none',
      )}
    >
      {initials}
    </span>
  );
}
