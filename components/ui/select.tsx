'use client';

import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import { classNames } from './class-names.ts';
import { Field, type FieldControl } from './field.tsx';
import { Icon } from './icon.tsx';

export type SelectOption<Value extends string> = { value: Value; label: string };

export type SelectProps<Value extends string> = Partial<FieldControl> & {
  value: Value;
  onChange: (value: Value) => void;
  options: readonly SelectOption<Value>[];
  /** Shown above. Else `aria` names it, or a `Field` around it. */
  label?: string;
  aria?: string;
  disabled?: boolean;
  /** 28 high, as wide as its value: for bars. */
  compact?: boolean;
  /** 30 high instead of 36: in panes with many settings. */
  dense?: boolean;
  className?: string;
};

/** One of a few. */
export function Select<Value extends string>({ label, ...rest }: SelectProps<Value>) {
  if (label === undefined) return <Box {...rest} />;
  return <Field label={label}>{(control) => <Box {...rest} {...control} />}</Field>;
}

function Box<Value extends string>(props: Omit<SelectProps<Value>, 'label'>) {
  const { value, onChange, options, aria, disabled, compact, dense, className, ...control } = props;
  return (
    <Base.Root
      items={options}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      disabled={disabled ?? false}
    >
      <Base.Trigger
        {...control}
        aria-label={aria}
        className={classNames(
          'inline-flex min-w-0 items-center gap-1.5 text-left data-disabled:opacity-50 max-sm:h-11',
          compact
            ? 'h-7 rounded-sm bg-control px-2.5 shadow-1 inset-ring inset-ring-line-2 hover:bg-sunken'
            : 'w-full rounded-md bg-input px-[11px] inset-ring inset-ring-line-field',
          !compact && (dense ? 'h-[30px]' : 'h-9'),
          className,
        )}
      >
        <Base.Value className="min-w-0 flex-1 truncate" />
        <Icon icon={ChevronDown} size={14} className="text-text-3" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-none">
          <Base.Popup className="max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto rounded-md bg-raised p-1 shadow-3 outline-none">
            {options.map((option) => (
              <Base.Item
                key={option.value}
                value={option.value}
                className="flex min-h-[30px] cursor-default items-center gap-2 rounded-ctl py-1 pr-2 pl-7 outline-none data-highlighted:bg-press max-sm:min-h-11"
              >
                <Base.ItemIndicator className="-ml-5 w-3.5">
                  <Icon icon={Check} size={14} />
                </Base.ItemIndicator>
                <Base.ItemText>{option.label}</Base.ItemText>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
