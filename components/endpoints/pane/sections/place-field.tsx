'use client';

import { useText } from '../../../text.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { joinPlace, type PlaceParts, splitPlace } from '../model/place-text.ts';
import { usePane } from '../pane-context.ts';
import { SettingRow } from '../setting-row.tsx';

export type PlaceFieldProps = {
  label: string;
  field: string;
  value: string | null;
  onChange: (value: string | null) => void;
  /** Where the sender puts it, if that is known. */
  sendersOwn: string | undefined;
};

const kinds = ['default', 'header', 'body'] as const;

/** Where in a request something stands: the sender's own place, a header, or a path in the body. */
export function PlaceField({ label, field, value, onChange, sendersOwn }: PlaceFieldProps) {
  const text = useText();
  const { canEdit } = usePane();
  const { kind, name } = splitPlace(value);
  const change = (parts: Partial<PlaceParts>) => onChange(joinPlace({ kind, name, ...parts }));
  return (
    <SettingRow label={label} field={field} hint={kind === 'default' && sendersOwn}>
      {(control) => (
        <div className="flex gap-1.5 max-sm:flex-col">
          <Select
            dense
            {...(kind === 'default' ? control : { aria: text('pane.place.kind', { label }) })}
            disabled={!canEdit}
            value={kind}
            onChange={(next) => change({ kind: next })}
            options={kinds.map((option) => ({
              value: option,
              label: text(`pane.place.${option}`),
            }))}
            className={kind === 'default' ? '' : 'sm:w-[150px] sm:flex-none'}
          />
          {kind !== 'default' && (
            <TextInput
              {...control}
              dense
              className="min-w-0 flex-1 font-mono"
              autoComplete="off"
              spellCheck={false}
              readOnly={!canEdit}
              placeholder={text(`pane.place.${kind}.name`)}
              value={name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </div>
      )}
    </SettingRow>
  );
}
