import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonLook, buttonClass } from './button-class.ts';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { useIsLive } from './use-is-live.ts';

export type ButtonProps = Omit<ComponentProps<'button'>, 'children'> &
  ButtonLook & {
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
