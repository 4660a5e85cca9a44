'use client';

import { Switch as Base } from '@base-ui/react/switch';

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
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control.
    <label className="inline-flex min-h-6 items-center gap-2 max-sm:min-h-11">
      <Base.Root
        checked={checked}
        onCheckedChange={(next) => onChange(next)}
        disabled={disabled ?? false}
        className="relative h-4 w-7 flex-none rounded-full inset-ring-[1.5px] inset-ring-line-field data-checked:bg-accent-solid data-checked:inset-ring-0 data-disabled:opacity-50"
      >
        <Base.Thumb className="absolute top-0.5 left-0.5 size-3 rounded-full bg-line-field duration-90 data-checked:translate-x-3 data-checked:bg-on-accent motion-safe:transition-transform" />
      </Base.Root>
      <span className={hideLabel ? 'sr-only' : ''}>{label}</span>
    </label>
  );
}
