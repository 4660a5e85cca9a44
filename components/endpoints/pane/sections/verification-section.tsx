'use client';

import { whereTo } from '../../../setup/provider-words.ts';
import { useText } from '../../../text.tsx';
import { Select } from '../../../ui/select.tsx';
import { draftOf } from '../../endpoint-draft.ts';
import { ownSchemes, schemeName } from '../../scheme-status.tsx';
import { schemeSettings } from '../model/scheme-settings.ts';
import { usePane } from '../pane-context.ts';
import { PaneSection } from '../pane-section.tsx';
import { SettingRow } from '../setting-row.tsx';
import { Warning } from '../warning.tsx';
import { SchemeSettingRow } from './scheme-setting-row.tsx';
import { SecretList } from './secret-list.tsx';
import { SecretWithScheme } from './secret-with-scheme.tsx';

const reasons = [
  'missing_signature',
  'bad_signature',
  'stale_timestamp',
  'missing_credentials',
  'bad_credentials',
  'replayed',
];

export function VerificationSection() {
  const { endpoint, draft, providers } = usePane();
  const { scheme } = draft.verification;
  const settings = schemeSettings(scheme, providers);
  const isNew = scheme !== endpoint.verification.scheme;
  const fields = ['scheme', 'secrets.0', ...settings.map(({ key }) => key)];
  return (
    <PaneSection
      id="verification"
      reasons={reasons}
      shown={fields.map((field) => `verification.${field}`)}
    >
      <SchemeChoice />
      {settings.map((setting) => (
        <SchemeSettingRow key={`${scheme} ${setting.key}`} setting={setting} />
      ))}
      {scheme !== 'none' && (isNew ? <SecretWithScheme /> : <SecretList />)}
    </PaneSection>
  );
}

/** Going back to the sender in force brings its settings back too. */
function SchemeChoice() {
  const text = useText();
  const { endpoint, draft, set, setNewSecret, providers, canEdit } = usePane();
  const { scheme } = draft.verification;
  const known = [...providers.map(({ id }) => id), ...ownSchemes];
  const schemes = known.includes(scheme) ? known : [scheme, ...known];
  const choose = (next: string) => {
    const inForce = draftOf(endpoint).verification;
    set('verification', next === inForce.scheme ? inForce : { scheme: next });
    setNewSecret('');
  };
  return (
    <SettingRow
      label={text('pane.verification.scheme')}
      field="verification.scheme"
      hint={<SchemeNote />}
    >
      {(control) => (
        <Select
          {...control}
          dense
          disabled={!canEdit}
          value={scheme}
          onChange={choose}
          options={schemes.map((value) => ({ value, label: schemeName(value, providers, text) }))}
        />
      )}
    </SettingRow>
  );
}

function SchemeNote() {
  const text = useText();
  const { draft, providers } = usePane();
  const { scheme } = draft.verification;
  const sender = providers.find(({ id }) => id === scheme);
  if (scheme === 'none') return <Warning>{text('pane.verification.open')}</Warning>;
  if (sender && !sender.coversBody) return text('pane.verification.bodyOpen');
  return sender ? whereTo(text, sender).secret : null;
}
