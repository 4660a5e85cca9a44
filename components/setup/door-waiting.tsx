'use client';

import { Database, DoorOpen, ShieldCheck } from 'lucide-react';
import { textCount } from '#lib/i18n/text.ts';
import { reachableFrom } from '../reach/reachable-from.ts';
import { useText } from '../text.tsx';
import { FactRows } from './fact-rows.tsx';
import type { Setup } from './use-setup.ts';

/** All is ready on this side; where nothing comes, what to look at. */
export function DoorWaiting(props: { setup: Setup; retentionDays: number }) {
  const { setup, retentionDays } = props;
  const text = useText();
  const { provider, endpoint } = setup;
  const { scheme } = endpoint.verification;
  const from = reachableFrom(endpoint.url, endpoint.urlReachable);
  return (
    <>
      <h3 className="font-semibold text-title">{text('setup.waiting')}</h3>
      <p className="mx-auto max-w-[380px] pt-1 pb-6 text-text-2">{text('setup.waiting.lead')}</p>
      <FactRows
        facts={[
          {
            icon: ShieldCheck,
            name: text('setup.waiting.check'),
            value: provider?.label ?? text(`setup.own.${scheme as 'hmac'}`),
          },
          {
            icon: DoorOpen,
            name: text('setup.waiting.answers'),
            value: String(endpoint.response.status),
          },
          {
            icon: Database,
            name: text('setup.waiting.kept'),
            value: textCount(text, 'setup.waiting.days', retentionDays),
          },
        ]}
      />
      <details className="mx-auto max-w-[360px] pt-4 text-left">
        <summary className="flex min-h-6 items-center justify-center text-text-2 hover:text-text max-sm:min-h-11">
          {text('setup.nothing')}
        </summary>
        <ul className="flex list-disc flex-col gap-1 pt-2 pl-4 text-meta text-text-2 marker:text-text-3">
          <li>{text('setup.nothing.url')}</li>
          <li>{text('setup.nothing.log')}</li>
          {from !== 'anywhere' && (
            <li>
              {text(`reach.${from}`)} {text('reach.senders')}
            </li>
          )}
          <li>{text('setup.nothing.methods', { methods: endpoint.methods.join(', ') })}</li>
        </ul>
      </details>
    </>
  );
}
