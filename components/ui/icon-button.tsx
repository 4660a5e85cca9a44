import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  icon: LucideIcon;
  /** Its only name: there is no word beside it. */
  label: string;
};

export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={classNames(
        'grid size-7 flex-none place-items-center rounded-sm text-text-3 hover:bg-hover hover:text-text aria-disabled:cursor-default aria-disabled:bg-transparent aria-disabled:text-text-3/40 max-sm:size-11',
        className,
      )}
    >
      <Icon icon={icon} />
    </button>
  );
}
