import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

const frame =
  'flex items-center rounded-md bg-input inset-ring inset-ring-line-field max-sm:h-11 has-focus:inset-ring-focus has-focus:ring-2 has-focus:ring-focus/30 has-aria-invalid:inset-ring-bad-solid';

export type TextInputProps = ComponentProps<'input'> & {
  /** At the right inside the frame, such as a show button. */
  end?: ReactNode;
  /** 30 high instead of 36: in panes with many settings. */
  dense?: boolean;
};

/** One line of text. The frame shows the focus, so the input itself needs no outline. */
export function TextInput({ end, dense, className, ...rest }: TextInputProps) {
  return (
    <div className={classNames(frame, dense ? 'h-[30px]' : 'h-9', className)}>
      <input
        {...rest}
        className="h-full min-w-0 flex-1 rounded-md bg-transparent px-[11px] text-body text-text outline-none placeholder:text-text-3 max-sm:text-title"
      />
      {end}
    </div>
  );
}
