'use client';

import { Search } from 'lucide-react';
import { useState } from 'react';
import { textCount } from '#lib/i18n/text.ts';
import { useText } from '../text.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { proofPlace } from './provider-words.ts';
import { SenderGrid } from './sender-grid.tsx';
import { ownService } from './setup-facts.ts';
import type { Provider } from './setup-types.ts';
import { StepCard } from './step-card.tsx';
import { useCall } from './use-call.ts';
import type { EndpointChange, Setup } from './use-setup.ts';

/** Who sends: stored with the click, so that the door knows how they sign from then on. */
export function SenderStep({ setup }: { setup: Setup }) {
  const text = useText();
  const { provider, providers, steps, endpoint } = setup;
  const [search, setSearch] = useState('');
  const [asked, setAsked] = useState<Provider | 'own' | null>(null);
  const { busy, problem, run } = useCall();
  const done = steps.sender === 'done' && !setup.open.has('sender');
  const choose = async (next: Provider | 'own') => {
    setAsked(null);
    const changed = await run(() => setup.changeEndpoint(senderChange(setup, next, text)));
    if (changed) setup.go(null);
  };
  const pick = (next: Provider | 'own') => {
    if (isChosen(setup, next)) return setup.go(steps.secret === 'done' ? null : 'secret');
    // A stored secret belongs to the sender it came from.
    if (endpoint.verification.secrets.length > 0) return setAsked(next);
    return void choose(next);
  };
  return (
    <StepCard
      id="sender"
      setup={setup}
      title={done ? (provider?.label ?? text('setup.own')) : text('setup.sender')}
      note={done ? summary(setup, text) : text('setup.sender.lead')}
      again={text('setup.change')}
    >
      <label className="mb-2.5 flex h-[30px] items-center gap-2 rounded-sm bg-input px-2.5 inset-ring inset-ring-line-field has-focus:inset-ring-focus has-focus:ring-2 has-focus:ring-focus/30 max-sm:h-11">
        <Icon icon={Search} className="text-text-3" />
        <input
          type="search"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
          aria-label={textCount(text, 'setup.sender.search', providers.length)}
          placeholder={textCount(text, 'setup.sender.search', providers.length)}
          className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-text-3"
        />
      </label>
      <SenderGrid
        providers={providers}
        search={search}
        chosen={steps.sender === 'done' ? (provider?.id ?? 'own') : null}
        disabled={!setup.canEdit || busy}
        onPick={pick}
      />
      {asked && (
        <div
          role="alert"
          className="mt-2.5 flex flex-wrap items-center gap-2 rounded-md bg-wait-soft px-3 py-2 inset-ring inset-ring-wait-line"
        >
          <span className="min-w-0 flex-1">{text('setup.sender.lose')}</span>
          <Button size="sm" className="max-sm:h-11" onClick={() => void choose(asked)}>
            {text('setup.sender.changeTo', {
              sender: asked === 'own' ? text('setup.own') : asked.label,
            })}
          </Button>
          <Button variant="ghost" size="sm" className="max-sm:h-11" onClick={() => setAsked(null)}>
            {text('setup.keep')}
          </Button>
        </div>
      )}
      <div className="mt-2.5 empty:hidden">
        <Alert message={problem} />
      </div>
    </StepCard>
  );
}

type Text = ReturnType<typeof useText>;

function isChosen({ steps, provider }: Setup, next: Provider | 'own'): boolean {
  if (steps.sender !== 'done') return false;
  return next === 'own' ? provider === undefined : provider?.id === next.id;
}

/** The endpoint takes the sender's name while it has none of its own. */
function senderChange(setup: Setup, next: Provider | 'own', text: Text): EndpointChange {
  const { endpoint, graph, providers } = setup;
  const given = [text('setup.own'), graph.trigger?.name, ...providers.map(({ label }) => label)];
  const label = next === 'own' ? text('setup.own') : next.label;
  const { sender: _, ...metadata } = endpoint.metadata;
  return {
    ...(given.includes(endpoint.name) && { name: label }),
    metadata: next === 'own' ? { ...metadata, sender: ownService } : metadata,
    verification:
      next === 'own'
        ? { scheme: 'hmac', header: 'x-signature', secrets: [] }
        : { scheme: next.id, secrets: [] },
  };
}

function summary({ provider, endpoint }: Setup, text: Text): string {
  if (!provider) {
    const { scheme } = endpoint.verification;
    return text(scheme === 'none' ? 'setup.own.none.note' : 'setup.own.note');
  }
  const { place, signed } = proofPlace(provider);
  const how = text(signed ? 'setup.sender.signs' : 'setup.sender.token', { place });
  const { hasConfirmedId } = provider.event;
  return hasConfirmedId ? text('setup.sender.numbers', { how }) : how;
}
