import { classNames } from './class-names.ts';

export type SegmentedProps<Value extends string> = {
  /** What is chosen here, for screen readers. */
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
  className?: string;
};

/** One of a few, all in sight. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, value, onChange, options, className } = props;
  return (
    <fieldset
      aria-label={label}
      className={classNames('inline-flex flex-none gap-px rounded-[7px] bg-press p-0.5', className)}
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className="h-6 whitespace-nowrap rounded-ctl px-[9px] font-medium text-meta text-text-2 hover:text-text aria-pressed:bg-thumb aria-pressed:text-text aria-pressed:shadow-1 max-sm:h-10 max-sm:min-w-11"
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
