import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { useIsLive } from './use-is-live.ts';

type Look = { variant?: keyof typeof variants; size?: 'sm' | 'md' | 'lg' };

const base =
  'inline-flex flex-none items-center justify-center gap-1.5 whitespace-nowrap font-medium motion-safe:transition-colors duration-90 ease-out aria-disabled:opacity-50';
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
export function buttonClass({ variant = 'outlined', size = 'md' }: Look = {}): string {
  return classNames(base, variants[variant], sizes[size]);
}

export type ButtonProps = Omit<ComponentProps<'button'>, 'children'> &
  Look & {
    icon?: LucideIcon;
    children: ReactNode;
    /** While the work is under way: a spinner, this label, and clicks do nothing. */
    busyLabel?: string | false;
  };

/**
 * A verb, maybe with an icon. One `primary` per view. Before the page's script runs it takes no click:
 * one that came too early would be lost without a word. A form's own button works from the start.
 */
export function Button(props: ButtonProps) {
  const { variant, size, icon, busyLabel, className, children, ...rest } = props;
  const busy = Boolean(busyLabel);
  const live = useIsLive();
  const shownIcon = busy ? LoaderCircle : icon;
  return (
    <button
      type="button"
      {...rest}
      disabled={rest.disabled || !(live || rest.type === 'submit')}
      aria-disabled={busy || rest['aria-disabled']}
      className={classNames(
        buttonClass({ ...(variant && { variant }), ...(size && { size }) }),
        className,
      )}
    >
      {shownIcon && <Icon icon={shownIcon} className={busy ? 'motion-safe:animate-spin' : ''} />}
      {busyLabel || children}
    </button>
  );
}
