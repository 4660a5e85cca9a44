'use client';

import { useState } from 'react';
import { useText } from '../../../text.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { usePane } from '../pane-context.ts';
import { SettingRow } from '../setting-row.tsx';
import { SecretField } from './secret-field.tsx';

/** The secret of a sender that was chosen but isn't saved yet: it goes with that save, so no moment is without. */
export function SecretWithScheme() {
  const text = useText();
  const { draft, newSecret, setNewSecret } = usePane();
  const [generated, setGenerated] = useState(false);
  const { scheme } = draft.verification;
  return (
    <SettingRow
      label={text('pane.secret.withScheme')}
      field="verification.secrets.0"
      hint={text('pane.secret.withScheme.hint')}
    >
      {(control) => (
        <>
          <SecretField
            control={control}
            scheme={scheme}
            value={newSecret}
            onChange={(value, isGenerated) => {
              setNewSecret(value);
              setGenerated(isGenerated);
            }}
          />
          {generated && (
            <p className="mt-1.5 flex items-center gap-2 rounded-sm bg-good-soft py-1 pr-1 pl-2.5 text-meta inset-ring inset-ring-good-line">
              <code className="min-w-0 flex-1 font-mono [overflow-wrap:anywhere]">{newSecret}</code>
              <CopyButton
                value={newSecret}
                label={text('pane.secret.copy')}
                copiedLabel={text('ui.copied')}
              />
            </p>
          )}
        </>
      )}
    </SettingRow>
  );
}
