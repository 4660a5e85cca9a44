'use client';

import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { workspace } from '#lib/contracts/workspace.ts';
import { textCount } from '#lib/i18n/text.ts';
import { useRead } from '../../api/use-read.ts';
import { useShell } from '../../shell/shell-context.ts';
import { useText } from '../../text.tsx';
import { LoadFailed } from '../../ui/load-failed.tsx';
import { NameForm } from '../name-form.tsx';
import { SettingCard, SettingGroup } from '../setting-group.tsx';
import { WaitingRows } from '../waiting-rows.tsx';

type Workspace = z.output<typeof workspace>;

/** `/settings/workspace`: its name, and what the server sets for it. */
export function WorkspaceSettings() {
  const text = useText();
  const { person, workspaceName } = useShell();
  return (
    <>
      <SettingGroup title={text('settings.workspace')}>
        <SettingCard padded>
          <NameForm
            label={text('settings.workspace.name')}
            hint={text('settings.workspace.name.hint')}
            initial={workspaceName}
            path="/api/v1/workspace"
            verb={text('settings.workspace.save')}
            saved={(name) => text('settings.workspace.saved', { name })}
            locked={person.role === 'owner' ? undefined : text('ui.ownerOnly')}
          />
        </SettingCard>
      </SettingGroup>
      <SettingGroup
        title={text('settings.workspace.server')}
        lead={text('settings.workspace.server.lead')}
      >
        <SettingCard>
          <ServerSettings />
        </SettingCard>
      </SettingGroup>
    </>
  );
}

function ServerSettings() {
  const text = useText();
  const { data, error, refetch } = useRead<Workspace>('/api/v1/workspace');
  if (error) return <LoadFailed failure={error} onRetry={() => void refetch()} />;
  if (!data) return <WaitingRows />;
  const { retentionDays, publicUrl, egressAllow } = data;
  return (
    <dl>
      <Fact variable="HOOKLINE_RETENTION_DAYS" label={text('settings.workspace.retention')}>
        {textCount(text, 'settings.workspace.retention.days', retentionDays)}
      </Fact>
      <Fact variable="HOOKLINE_PUBLIC_URL" label={text('settings.workspace.publicUrl')}>
        {publicUrl === null ? (
          text('settings.workspace.publicUrl.none')
        ) : (
          <code className="font-mono text-meta">{publicUrl}</code>
        )}
      </Fact>
      <Fact variable="HOOKLINE_EGRESS_ALLOW" label={text('settings.workspace.egress')}>
        {egressAllow.length === 0 ? (
          text('settings.workspace.egress.none')
        ) : (
          <code className="font-mono text-meta">{egressAllow.join(', ')}</code>
        )}
      </Fact>
    </dl>
  );
}

type FactProps = { variable: string; label: string; children: ReactNode };

function Fact({ variable, label, children }: FactProps) {
  return (
    <div className="grid min-h-10 items-center gap-x-4 border-line px-5 py-2 not-last:border-b sm:grid-cols-[260px_minmax(0,1fr)]">
      <dt className="min-w-0">
        {label}
        <code className="block font-mono text-meta text-text-3">{variable}</code>
      </dt>
      <dd className="min-w-0 text-text-2 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}
