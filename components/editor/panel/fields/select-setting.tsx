'use client';

import { usePanel } from './panel-context.tsx';
import { controlClass, Setting } from './setting.tsx';

export type SelectSettingProps = {
  label: string;
  field: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  help?: string;
};

export function SelectSetting({ options, value, onChange, ...rest }: SelectSettingProps) {
  const { canEdit } = usePanel();
  return (
    <Setting {...rest}>
      {(control) => (
        <select
          {...control}
          value={value}
          disabled={!canEdit}
          onChange={(event) => onChange(event.target.value)}
          className={controlClass}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Setting>
  );
}
