'use client';

import { Hourglass, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { shortMoment } from '#lib/i18n/time.ts';
import { callApi } from '../../../api/call-api.ts';
import { failureWords } from '../../../api/failure-words.ts';
import { refresh } from '../../../api/use-read.ts';
import { useClock } from '../../../clock.tsx';
import { useText } from '../../../text.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Status } from '../../../ui/status.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { usePane } from '../pane-context.ts';
import { PaneSection } from '../pane-section.tsx';
import { SettingRow } from '../setting-row.tsx';
import { Warning } from '../warning.tsx';
import { RotateUrl } from './rotate-url.tsx';

/** What the endpoint is called and where senders reach it. The URL changes at once, apart from Save. */
export function UrlSection() {
  const text = useText();
  const { endpoint, draft, set, canEdit } = usePane();
  const [rotating, setRotating] = useState(false);
  return (
    <PaneSection
      id="name"
      shown={['name']}
      aside={
        canEdit && (
          <Button size="sm" icon={RefreshCw} onClick={() => setRotating(true)}>
            {text('pane.url.rotate')}
          </Button>
        )
      }
    >
      <SettingRow label={text('pane.url.name')} field="name">
        {(control) => (
          <TextInput
            {...control}
            dense
            maxLength={200}
            autoComplete="off"
            readOnly={!canEdit}
            value={draft.name}
            onChange={(event) => set('name', event.target.value)}
          />
        )}
      </SettingRow>
      <SettingRow
        label={text('pane.url.url')}
        hint={endpoint.urlReachable === 'local' && <Warning>{text('pane.url.local')}</Warning>}
      >
        {(control) => (
          <TextInput
            {...control}
            dense
            readOnly
            value={endpoint.url}
            className="bg-sunken font-mono [&_input]:text-meta"
            end={
              <CopyButton
                value={endpoint.url}
                label={text('endpoints.copyUrl')}
                copiedLabel={text('ui.copied')}
              />
            }
          />
        )}
      </SettingRow>
      <OldUrls />
      {rotating && <RotateUrl endpoint={endpoint} onOpenChange={setRotating} />}
    </PaneSection>
  );
}

/** URLs from before a rotation, as long as they are let in. */
function OldUrls() {
  const text = useText();
  const clock = useClock();
  const { endpoint, canEdit } = usePane();
  const [ending, setEnding] = useState(false);
  const end = useEndOldUrls(endpoint.id);
  const { previousUrls } = endpoint;
  if (previousUrls.length === 0) return null;
  return (
    <div className="mt-2 flex flex-col gap-1 rounded-sm bg-wait-soft py-1.5 pr-1.5 pl-2.5 inset-ring inset-ring-wait-line sm:ml-[124px]">
      {previousUrls.map((url, index) => (
        <div key={url.ending + url.expiresAt} className="flex min-h-6 items-center gap-2 text-meta">
          <Status tone="wait" icon={Hourglass}>
            {text('pane.url.old')}
          </Status>
          <code className="font-mono">…{url.ending}</code>
          <span className="min-w-0 flex-1 truncate text-text-2">
            {text('pane.url.until', { time: shortMoment(new Date(url.expiresAt), clock) })}
          </span>
          {canEdit && index === 0 && (
            <Button size="sm" variant="ghost" className="text-bad!" onClick={() => setEnding(true)}>
              {text(previousUrls.length > 1 ? 'pane.url.endAll' : 'pane.url.endNow')}
            </Button>
          )}
        </div>
      ))}
      <ConfirmDialog
        open={ending}
        onOpenChange={setEnding}
        title={text('pane.url.end.title')}
        verb={text('pane.url.endNow')}
        busyVerb={text('ui.saving')}
        onConfirm={end}
      >
        <p>
          {text('pane.url.end.lead', {
            ending: previousUrls.map((url) => url.ending).join(', …'),
          })}
        </p>
      </ConfirmDialog>
    </div>
  );
}

function useEndOldUrls(id: string): () => Promise<string | undefined> {
  const text = useText();
  const toast = useToast();
  return async () => {
    const path = `/api/v1/endpoints/${id}/previous-urls`;
    const answer = await callApi(path, { method: 'DELETE' });
    if (!answer.ok) return failureWords(answer.failure, text);
    toast({ title: text('pane.url.ended') });
    await refresh('/api/v1/endpoints');
    return undefined;
  };
}
