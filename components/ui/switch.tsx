export type SwitchProps = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: string;
  /** Where the row around it shows the label already. */
  hideLabel?: boolean;
  disabled?: boolean;
};

/** On or off, in force at once. */
export function Switch({ checked, onChange, label, hideLabel, disabled }: SwitchProps) {
  return (
    <label className="inline-flex min-h-6 items-center gap-2 max-sm:min-h-11">
      <input
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        onChange={({ target }) => onChange(target.checked)}
        disabled={disabled}
        className="relative h-4 w-7 flex-none appearance-none rounded-full inset-ring-[1.5px] inset-ring-line-field before:absolute before:top-0.5 before:left-0.5 before:size-3 before:rounded-full before:bg-line-field checked:bg-accent-solid checked:inset-ring-0 checked:before:translate-x-3 checked:before:bg-on-accent disabled:opacity-50 motion-safe:before:transition-transform motion-safe:before:duration-90"
      />
      <span className={hideLabel ? 'sr-only' : ''}>{label}</span>
    </label>
  );
}
