'use client';

import { ExternalLink } from 'lucide-react';
import { useRead } from '#components/api/use-read.ts';
import { useText } from '#components/text.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { Json } from '#lib/core/json.ts';
import { ChipList } from '../fields/chip-list.tsx';
import { LoadFailed } from '../fields/load-failed.tsx';
import { usePanel } from '../fields/panel-context.tsx';
import { Setting } from '../fields/setting.tsx';
import type { FormProps } from './form-props.ts';

export type TriggerDoor = { id: string; url: string; urlReachable: 'public' | 'local' };
export type WebhookFormProps = FormProps & {
  /** The URLs of this very trigger. */
  doors: readonly TriggerDoor[];
  /** Event types of captured requests. */
  seenEvents: readonly string[];
};

type Endpoints = { items: { id: string; name: string }[] };

export function WebhookForm({ settings, onChange, doors, seenEvents }: WebhookFormProps) {
  const text = useText();
  const { canEdit } = usePanel();
  const { data: endpoints, isError, refetch } = useRead<Endpoints>('/api/v1/endpoints?limit=200');
  const ids = Array.isArray(settings.endpointIds) ? settings.endpointIds : [];
  const events: Json[] = Array.isArray(settings.events) ? settings.events : [];
  const toggle = (id: string) => {
    const next = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
    const { endpointIds: _, ...rest } = settings;
    onChange(next.length === 0 ? rest : { ...rest, endpointIds: next });
  };
  return (
    <>
      {doors.map((door) => (
        <DoorLine key={door.id} door={door} />
      ))}
      <fieldset className="flex flex-col gap-1" data-field="endpointIds">
        <legend className="mb-1 font-medium text-meta text-text-2">
          {text('panel.hook.endpoints')}
        </legend>
        {endpoints?.items.map(({ id, name }) => (
          <label key={id} className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              className="size-4"
              checked={ids.includes(id)}
              disabled={!canEdit}
              onChange={() => toggle(id)}
            />
            <span className="truncate">{name}</span>
          </label>
        ))}
        {isError && <LoadFailed onRetry={() => void refetch()} />}
        <p className="text-meta text-text-3">{text('panel.hook.endpoints.help')}</p>
      </fieldset>
      <Setting
        label={text('panel.hook.events')}
        field="events"
        deep
        help={text('panel.hook.events.help')}
      >
        {(control) => (
          <ChipList
            id={control.id}
            label={text('panel.hook.events')}
            items={events}
            suggestions={seenEvents}
            onChange={(next) => onChange({ ...settings, events: next })}
          />
        )}
      </Setting>
    </>
  );
}

function DoorLine({ door }: { door: TriggerDoor }) {
  const text = useText();
  return (
    <div className="flex flex-col gap-1 rounded-sm bg-sunken p-2">
      <div className="flex items-center gap-1">
        <code className="min-w-0 flex-1 truncate font-mono text-meta">{door.url}</code>
        <CopyButton
          value={door.url}
          label={text('panel.hook.copy')}
          copiedLabel={text('panel.hook.copied')}
        />
      </div>
      {door.urlReachable === 'local' && (
        <p className="text-meta text-text-3">{text('panel.hook.local')}</p>
      )}
      <a
        href={`/endpoints/${door.id}`}
        className="inline-flex min-h-6 items-center gap-1 self-start text-accent text-meta hover:underline"
      >
        {text('panel.hook.settings')}
        <Icon icon={ExternalLink} size={12} />
      </a>
    </div>
  );
}
