'use client';

import type { TextKey } from '#lib/i18n/text.ts';
import { useText } from '../../../text.tsx';
import type { FieldControl } from '../../../ui/field.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import type { SchemeSetting } from '../model/scheme-settings.ts';
import { usePane } from '../pane-context.ts';
import { SettingRow } from '../setting-row.tsx';

const hinted = ['header', 'prefix', 'signed', 'timestampHeader', 'toleranceSeconds', 'parameter'];

/** One setting of a scheme. What is empty isn't stored: then the scheme's own value counts, which shows in its place. */
export function SchemeSettingRow({ setting }: { setting: SchemeSetting }) {
  const text = useText();
  const { key } = setting;
  const hint = hinted.includes(key) && text(`pane.setting.${key}.hint` as TextKey);
  return (
    <SettingRow
      label={text(`pane.setting.${key}` as TextKey)}
      field={`verification.${key}`}
      hint={hint}
    >
      {(control) => <Control control={control} setting={setting} />}
    </SettingRow>
  );
}

function Control({ control, setting }: { control: FieldControl; setting: SchemeSetting }) {
  const text = useText();
  const { draft, set, canEdit } = usePane();
  const stored = draft.verification[setting.key];
  const store = (value: string | number | undefined) => {
    const { [setting.key]: _, ...others } = draft.verification;
    const { scheme } = draft.verification;
    set('verification', {
      ...others,
      scheme,
      ...(value !== undefined && { [setting.key]: value }),
    });
  };
  if (setting.kind === 'seconds') {
    return (
      <NumberInput
        {...control}
        dense
        className="w-[120px]"
        unit="s"
        readOnly={!canEdit}
        placeholder={setting.initial === null ? undefined : String(setting.initial)}
        value={typeof stored === 'number' ? stored : Number.NaN}
        onChange={(value) => store(Number.isNaN(value) ? undefined : value)}
      />
    );
  }
  if (setting.kind === 'choice') {
    return (
      <Select
        {...control}
        dense
        disabled={!canEdit}
        value={typeof stored === 'string' ? stored : setting.initial}
        onChange={store}
        options={setting.choices.map((choice) => ({
          value: choice,
          label: text(`pane.choice.${choice}` as TextKey),
        }))}
      />
    );
  }
  return (
    <TextInput
      {...control}
      dense
      autoComplete="off"
      spellCheck={false}
      readOnly={!canEdit}
      placeholder={setting.initial}
      value={typeof stored === 'string' ? stored : ''}
      onChange={(event) => store(event.target.value === '' ? undefined : event.target.value)}
      className="font-mono"
    />
  );
}
