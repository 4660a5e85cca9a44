'use client';

import { Check } from 'lucide-react';
import { useText } from '../../../text.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { usePane } from '../pane-context.ts';
import { PaneSection } from '../pane-section.tsx';

const methods = ['POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'HEAD', 'OPTIONS'];

export function MethodsSection() {
  const text = useText();
  const { draft, set, canEdit } = usePane();
  const toggle = (method: string) =>
    set(
      'methods',
      draft.methods.includes(method)
        ? draft.methods.filter((other) => other !== method)
        : methods.filter((other) => other === method || draft.methods.includes(other)),
    );
  return (
    <PaneSection id="methods" reasons={['method_not_allowed']}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be a row of wrapping buttons. */}
      <div role="group" aria-label={text('pane.methods')} className="flex flex-wrap gap-1.5">
        {methods.map((method) => (
          <Method
            key={method}
            method={method}
            on={draft.methods.includes(method)}
            onClick={canEdit ? () => toggle(method) : undefined}
          />
        ))}
      </div>
    </PaneSection>
  );
}

type MethodProps = { method: string; on: boolean; onClick: (() => void) | undefined };

function Method({ method, on, onClick }: MethodProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      disabled={!onClick}
      onClick={onClick}
      className={classNames(
        'inline-flex h-7 items-center gap-[5px] rounded-sm px-2.5 font-medium font-mono text-meta inset-ring max-sm:h-11',
        on
          ? 'bg-accent-soft text-accent inset-ring-accent-line'
          : 'text-text-3 inset-ring-line-2 hover:bg-hover hover:text-text-2',
      )}
    >
      {on && <Icon icon={Check} size={12} />}
      {method}
    </button>
  );
}
