'use client';

import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { locales } from '#lib/i18n/locale.ts';
import { themes } from '#lib/i18n/theme.ts';
import { callApi } from '../../api/call-api.ts';
import { failureWords } from '../../api/failure-words.ts';
import { chooseTheme, currentTheme, useChooseLocale } from '../../shell/preferences.ts';
import { useShell } from '../../shell/shell-context.ts';
import { useText } from '../../text.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { NameForm } from '../name-form.tsx';
import { SettingCard, SettingGroup } from '../setting-group.tsx';
import { PasswordForm } from './password-form.tsx';

/** `/settings/account`: what everybody may change about themselves. */
export function AccountSettings() {
  const text = useText();
  const { person } = useShell();
  return (
    <>
      <SettingGroup
        title={text('settings.account')}
        lead={text('settings.account.lead', { email: person.email })}
      >
        <SettingCard padded>
          <NameForm
            label={text('settings.account.name')}
            initial={person.name}
            path="/api/v1/me"
            verb={text('settings.account.name.save')}
            saved={() => text('settings.account.name.saved')}
          />
        </SettingCard>
      </SettingGroup>
      <Look />
      <SettingGroup
        title={text('settings.account.password')}
        lead={text('settings.account.password.lead')}
      >
        <SettingCard padded>
          <PasswordForm email={person.email} />
        </SettingCard>
      </SettingGroup>
      <Sessions />
    </>
  );
}

function Look() {
  const text = useText();
  const chooseLocale = useChooseLocale();
  const shell = useShell();
  const [theme, setTheme] = useState(() => currentTheme(shell.theme));
  return (
    <SettingGroup title={text('settings.account.look')}>
      <SettingCard padded>
        <div className="grid max-w-[440px] gap-3.5 sm:grid-cols-2">
          <Select
            label={text('settings.account.theme')}
            value={theme}
            onChange={(next) => {
              chooseTheme(next);
              setTheme(next);
            }}
            options={themes.map((value) => ({ value, label: text(`theme.${value}`) }))}
          />
          <Select
            label={text('settings.account.language')}
            value={text.locale}
            onChange={chooseLocale}
            options={locales.map((value) => ({ value, label: text(`shell.language.${value}`) }))}
          />
        </div>
      </SettingCard>
    </SettingGroup>
  );
}

function Sessions() {
  const text = useText();
  const [asking, setAsking] = useState(false);

  async function end(): Promise<string | undefined> {
    const answer = await callApi('/api/v1/me/sign-out-everywhere', { method: 'POST', body: {} });
    if (!answer.ok) return failureWords(answer.failure, text);
    window.location.assign('/signin');
    return undefined;
  }

  return (
    <SettingGroup
      title={text('settings.account.sessions')}
      lead={text('settings.account.sessions.lead')}
    >
      <Button variant="danger" icon={LogOut} onClick={() => setAsking(true)}>
        {text('settings.account.sessions.end')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={text('settings.account.sessions.title')}
        verb={text('settings.account.sessions.end')}
        busyVerb={text('settings.account.sessions.busy')}
        onConfirm={end}
      >
        <p>{text('settings.account.sessions.lead')}</p>
      </ConfirmDialog>
    </SettingGroup>
  );
}
