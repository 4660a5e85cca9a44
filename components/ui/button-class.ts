import { classNames } from './class-names.ts';

export type ButtonLook = { variant?: keyof typeof variants; size?: 'sm' | 'md' | 'lg' };

const base =
  'inline-flex flex-none items-center justify-center gap-1.5 whitespace-nowrap font-medium motion-safe:transition-colors motion-safe:duration-90 ease-out aria-disabled:opacity-50';
const variants = {
  primary: 'bg-ink text-on-ink shadow-1 hover:bg-ink-hover',
  outlined: 'bg-control text-text shadow-1 inset-ring inset-ring-line-2 hover:bg-sunken',
  ghost: 'text-text-2 hover:bg-hover hover:text-text',
  /** Takes something away; asks before it does. */
  danger: 'bg-control text-bad shadow-1 inset-ring inset-ring-line-2 hover:bg-bad-soft',
  /** Inside the dialog that asks. */
  delete: 'bg-danger text-on-accent shadow-1 hover:opacity-90',
};
const sizes = {
  sm: 'h-6 rounded-[5px] px-2 text-meta',
  md: 'h-7 rounded-sm px-2.5 max-sm:h-11',
  lg: 'h-9 rounded-md px-3.5 max-sm:h-11',
};

/** For links that look like a button. */
export function buttonClass({ variant = 'outlined', size = 'md' }: ButtonLook = {}): string {
  return classNames(base, variants[variant], sizes[size]);
}
