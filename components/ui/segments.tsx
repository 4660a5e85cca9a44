'use client';

export type SegmentsProps<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
};

/** One of two to four, all in sight. */
export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const { label, value, onChange, options } = props;
  return (
    <fieldset
      aria-label={label}
      className="inline-flex flex-none gap-px rounded-[7px] bg-press p-0.5"
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className="h-6 rounded-ctl px-[9px] font-medium text-meta text-text-2 hover:text-text aria-pressed:bg-control aria-pressed:text-text aria-pressed:shadow-1 max-sm:h-10 max-sm:min-w-11"
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
