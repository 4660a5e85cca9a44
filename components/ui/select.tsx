import { classNames } from './class-names.ts';
import { Field, type FieldControl } from './field.tsx';

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

/** One of a few. The browser's own, drawn by `globals.css`: a library's would be a fifth of a page. */
export function Select<Value extends string>({ label, ...rest }: SelectProps<Value>) {
  if (label === undefined) return <Box {...rest} />;
  return <Field label={label}>{(control) => <Box {...rest} {...control} />}</Field>;
}

function Box<Value extends string>(props: Omit<SelectProps<Value>, 'label'>) {
  const { value, onChange, options, aria, disabled, compact, dense, className, ...control } = props;
  return (
    <select
      {...control}
      aria-label={aria}
      value={value}
      onChange={({ target }) => onChange(target.value as Value)}
      disabled={disabled}
      className={classNames(
        'field-sizing-content min-w-0 max-w-full text-text disabled:opacity-50 max-sm:h-11',
        compact
          ? 'h-7 rounded-sm bg-control pl-2.5 shadow-1 inset-ring inset-ring-line-2 hover:bg-sunken'
          : 'w-full rounded-md bg-input pl-[11px] inset-ring inset-ring-line-field max-sm:text-title',
        !compact && (dense ? 'h-[30px]' : 'h-9'),
        className,
      )}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
