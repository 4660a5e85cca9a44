'use client';

import { useText } from '../../../text.tsx';
import { usePane } from '../pane-context.ts';
import { SettingRow } from '../setting-row.tsx';
import { SecretField } from './secret-field.tsx';

/** The secret of a sender that was chosen but isn't saved yet: it goes with that save, so no moment is without. */
export function SecretWithScheme() {
  const text = useText();
  const { draft, newSecret, setNewSecret } = usePane();
  return (
    <SettingRow
      label={text('pane.secret.withScheme')}
      field="verification.secrets.0"
      hint={text('pane.secret.withScheme.hint')}
    >
      {(control) => (
        <SecretField
          control={control}
          scheme={draft.verification.scheme}
          value={newSecret}
          onChange={setNewSecret}
        />
      )}
    </SettingRow>
  );
}
