import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

/** Several lines. Mono where a machine reads them. */
export function TextArea({
  mono,
  className,
  ...rest
}: ComponentProps<'textarea'> & { mono?: boolean }) {
  return (
    <textarea
      spellCheck={!mono}
      {...rest}
      className={classNames(
        'block w-full resize-y rounded-md bg-input px-[11px] py-1.5 text-body inset-ring inset-ring-line-field placeholder:text-text-3 focus:inset-ring-focus focus:outline-none focus:ring-2 focus:ring-focus/30 aria-invalid:inset-ring-bad-solid max-sm:text-title',
        mono && 'font-mono text-meta leading-5 max-sm:text-title',
        className,
      )}
    />
  );
}
