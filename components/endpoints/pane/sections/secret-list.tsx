'use client';

import {
  CircleAlert,
  CircleCheck,
  Ellipsis,
  Hourglass,
  OctagonX,
  Plus,
  RefreshCw,
} from 'lucide-react';
import { useState } from 'react';
import { shortMoment } from '#lib/i18n/time.ts';
import { useClock } from '../../../clock.tsx';
import { useText } from '../../../text.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Status } from '../../../ui/status.tsx';
import { useNow } from '../../../use-now.ts';
import { refusesAll } from '../../attention.ts';
import { schemeName } from '../../scheme-status.tsx';
import { type Secret, usePane } from '../pane-context.ts';
import { EndSecret } from './end-secret.tsx';
import { NewSecret } from './new-secret.tsx';

/** The secrets in use, by their last four. They change at once, apart from Save. */
export function SecretList() {
  const text = useText();
  const { endpoint, canEdit } = usePane();
  const { secrets } = endpoint.verification;
  const [adding, setAdding] = useState(false);
  return (
    <div className="mt-3">
      <div className="mb-1.5 flex min-h-7 items-center justify-between gap-2">
        <h4 className="font-medium text-meta text-text-2">{text('pane.secrets')}</h4>
        {canEdit && (
          <Button size="sm" icon={Plus} onClick={() => setAdding(true)}>
            {text('pane.secrets.add')}
          </Button>
        )}
      </div>
      <NoneLeft />
      {secrets.length > 0 && (
        <ul className="overflow-hidden rounded-md inset-ring inset-ring-line">
          {secrets.map((secret) => (
            <SecretRow key={secret.id} secret={secret} />
          ))}
        </ul>
      )}
      {adding && <NewSecret onOpenChange={setAdding} />}
    </div>
  );
}

function NoneLeft() {
  const text = useText();
  const now = useNow();
  const { endpoint, providers } = usePane();
  if (!refusesAll(endpoint.verification, now)) return null;
  const sender = schemeName(endpoint.verification.scheme, providers, text);
  return (
    <p className="mb-2 flex items-start gap-2 rounded-sm bg-bad-soft px-2.5 py-1.5 text-bad text-meta inset-ring inset-ring-bad-line">
      <Icon icon={CircleAlert} size={14} className="mt-px" />
      {text('pane.secrets.none', { sender })}
    </p>
  );
}

function SecretRow({ secret }: { secret: Secret }) {
  const { canEdit } = usePane();
  return (
    <li className="flex min-h-9 items-center gap-3 border-line pr-1.5 pl-3 text-meta not-last:border-b">
      <code className="w-24 flex-none truncate font-mono">••••{secret.hint.replace('…', '')}</code>
      <span className="min-w-0 flex-1 truncate">
        <SecretState secret={secret} />
      </span>
      {canEdit && <SecretMenu secret={secret} />}
    </li>
  );
}

function SecretState({ secret }: { secret: Secret }) {
  const text = useText();
  const clock = useClock();
  const now = useNow();
  const at = new Date(secret.expiresAt ?? secret.createdAt);
  const time = shortMoment(at, clock);
  if (secret.expiresAt === null) {
    return (
      <Status tone="good" icon={CircleCheck} quiet>
        {text('pane.secrets.live', { time })}
      </Status>
    );
  }
  const ended = at.getTime() <= now;
  return (
    <Status tone={ended ? 'idle' : 'wait'} icon={ended ? OctagonX : Hourglass}>
      {text(ended ? 'pane.secrets.ended' : 'pane.secrets.ends', { time })}
    </Status>
  );
}

function SecretMenu({ secret }: { secret: Secret }) {
  const text = useText();
  const [doing, setDoing] = useState<'rotate' | 'end'>();
  const close = () => setDoing(undefined);
  return (
    <>
      <Menu
        trigger={
          <IconButton icon={Ellipsis} label={text('pane.secrets.menu', { hint: secret.hint })} />
        }
        items={[
          {
            label: text('pane.secrets.rotate'),
            icon: RefreshCw,
            onSelect: () => setDoing('rotate'),
          },
          {
            label: text('pane.secrets.end'),
            icon: OctagonX,
            danger: true,
            onSelect: () => setDoing('end'),
          },
        ]}
      />
      {doing === 'rotate' && <NewSecret replaced={secret} onOpenChange={close} />}
      {doing === 'end' && <EndSecret secret={secret} onOpenChange={close} />}
    </>
  );
}
