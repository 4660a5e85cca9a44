'use client';

import { CircleCheck, Play } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { callApi } from '../api/call-api.ts';
import { failureWords } from '../api/failure-words.ts';
import { refresh } from '../api/use-read.ts';
import { useClock } from '../clock.tsx';
import { useShell } from '../shell/shell-context.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon.tsx';
import { useToast } from '../ui/toast.tsx';
import { type Need, needWords } from './need-words.ts';

const tones = { bad: 'bg-bad-soft text-bad', wait: 'bg-wait-soft text-wait' };

/** What a person should look at, each with the way to it. */
export function NeedList({ needs }: { needs: readonly Need[] }) {
  const text = useText();
  if (needs.length === 0) {
    return (
      <Card title={text('home.needs')}>
        <p className="flex items-center gap-2 px-4 py-3 text-text-2">
          <Icon icon={CircleCheck} className="text-good" />
          {text('home.needs.none')}
        </p>
      </Card>
    );
  }
  return (
    <Card title={text('home.needs')} count={needs.length}>
      <ul>
        {needs.map((need) => (
          <NeedRow key={keyOf(need)} need={need} />
        ))}
      </ul>
    </Card>
  );
}

function NeedRow({ need }: { need: Need }) {
  const text = useText();
  const clock = useClock();
  const { person } = useShell();
  const { icon, tone, title, lead, action, href } = needWords(need, { text, clock });
  const canResume = need.kind === 'workflow_paused' && person.role !== 'viewer';
  return (
    <li className="flex items-center gap-2.5 border-line py-1.5 pr-2.5 pl-4 not-last:border-b">
      <span
        className={`grid size-7 flex-none place-items-center rounded-sm max-sm:size-8 ${tones[tone]}`}
      >
        <Icon icon={icon} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="truncate font-semibold max-sm:whitespace-normal" title={title}>
          {title}
        </p>
        <p className="truncate text-meta text-text-3" title={lead}>
          {lead}
        </p>
      </div>
      {canResume && <ResumeButton workflowId={need.workflowId} />}
      <Link
        href={href}
        prefetch={false}
        aria-label={action}
        className={`${buttonClass({ size: 'sm' })} max-sm:h-11 ${canResume ? 'max-sm:hidden' : ''}`}
      >
        <span className="max-sm:hidden">{action}</span>
        <span className="sm:hidden">{text('home.need.open')}</span>
      </Link>
    </li>
  );
}

/** What waits runs now, oldest first, on the version that is live. */
function ResumeButton({ workflowId }: { workflowId: string }) {
  const text = useText();
  const tell = useToast();
  const [busy, setBusy] = useState(false);
  const resume = async () => {
    if (busy) return;
    setBusy(true);
    const path = `/api/v1/workflows/${workflowId}/resume`;
    const answer = await callApi(path, { method: 'POST', body: {} });
    if (answer.ok) await refresh('/api/v1/overview');
    setBusy(false);
    if (answer.ok) return tell({ title: text('home.need.resumed') });
    const title = failureWords(answer.failure, text);
    tell({ title, tone: 'bad', action: { label: text('home.again'), onClick: resume } });
  };
  return (
    <Button
      size="sm"
      icon={Play}
      className="max-sm:h-11"
      busyLabel={busy && text('home.need.resuming')}
      onClick={() => void resume()}
    >
      {text('home.need.resume')}
    </Button>
  );
}

function keyOf(need: Need): string {
  if ('endpointId' in need) return `${need.kind} ${need.endpointId}`;
  if ('workflowId' in need) return `${need.kind} ${need.workflowId}`;
  return `${need.kind} ${need.name} ${need.at}`;
}
