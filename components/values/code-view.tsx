import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names.ts';

/** Text as it was sent: sunken, in fixed width. Long lines break, so that nothing scrolls sideways. */
export function CodeView({ label, children, className }: CodeViewProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <pre
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
      tabIndex={0}
      aria-label={label}
      className={classNames(
        'overflow-auto whitespace-pre-wrap rounded-sm bg-sunken px-3 py-2.5 font-mono text-meta text-text-2 leading-5 inset-ring inset-ring-line [overflow-wrap:anywhere]',
        className,
      )}
    >
      {children}
    </pre>
  );
}

export type CodeViewProps = { label: string; children: ReactNode; className?: string };
