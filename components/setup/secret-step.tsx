'use client';

import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { OwnCheckForm } from './own-check-form.tsx';
import { whereTo } from './provider-words.ts';
import { SecretForm } from './secret-form.tsx';
import { StepCard } from './step-card.tsx';
import type { Setup } from './use-setup.ts';

/** What both sides know: pasted, or made here and shown this once. */
export function SecretStep({ setup }: { setup: Setup }) {
  const text = useText();
  const { endpoint, steps } = setup;
  const [made, setMade] = useState<string | null>(null);
  const { scheme, secrets } = endpoint.verification;
  const open = setup.open.has('secret');
  if (!open && made !== null) setMade(null);
  const stored = (secret: string | null) => {
    setMade(secret);
    setup.go(secret === null ? null : 'secret');
  };
  const unchecked = scheme === 'none' && steps.secret === 'done';
  return (
    <StepCard
      id="secret"
      setup={setup}
      title={text(unchecked ? 'setup.secret.unchecked' : 'setup.secret')}
      note={steps.secret === 'done' && !open ? doneNote(text, setup) : undefined}
      again={text(secrets.length > 0 ? 'setup.replace' : 'setup.change')}
    >
      <div className="flex flex-col gap-3">
        {made !== null && <MadeSecret secret={made} onDone={() => stored(null)} />}
        {made === null && <SecretEntry setup={setup} onStored={stored} />}
        <Where setup={setup} />
      </div>
    </StepCard>
  );
}

type SecretEntryProps = { setup: Setup; onStored(made: string | null): void };

function SecretEntry({ setup, onStored }: SecretEntryProps) {
  const text = useText();
  const { provider, endpoint } = setup;
  const { scheme, secrets } = endpoint.verification;
  const old = secrets.at(-1);
  return (
    <>
      {old && (
        <p className="text-meta text-text-2">
          {text('setup.secret.replaces', { hint: bare(old.hint) })}{' '}
          <a href={`/endpoints?settings=${endpoint.id}`} className="text-accent hover:underline">
            {text('setup.secret.settings')}
          </a>
        </p>
      )}
      {provider ? (
        <SecretForm
          setup={setup}
          verification={{ scheme }}
          format={provider.secret.format === 'whsec' ? 'whsec' : 'token'}
          mayMake={provider.secret.madeBy === 'you'}
          placeholder={text(
            provider.secret.madeBy === 'you' ? 'setup.secret.choose' : 'setup.secret.paste',
            { sender: provider.label },
          )}
          onStored={onStored}
        />
      ) : (
        <OwnCheckForm key={scheme} setup={setup} onStored={onStored} />
      )}
    </>
  );
}

type Text = ReturnType<typeof useText>;

function doneNote(text: Text, { endpoint, provider }: Setup): string {
  const { scheme, secrets } = endpoint.verification;
  if (scheme === 'none') return text('setup.own.none.note');
  const hint = bare(secrets.at(-1)?.hint);
  const kept = text(hint ? 'setup.secret.kept' : 'setup.secret.kept.short', { hint });
  return provider ? kept : `${text(`setup.own.${scheme as 'hmac'}`)}. ${kept}`;
}

/** `tY4q`: the sentence says already that it is an end. */
function bare(hint = ''): string {
  return hint.replace(/^…/, '');
}

/** Two lines on what goes where at this sender. */
function Where({ setup: { provider } }: { setup: Setup }) {
  const text = useText();
  if (!provider) return null;
  const { url, secret } = whereTo(text, provider);
  return (
    <ol className="flex list-decimal flex-col gap-1 pl-4 text-meta text-text-2 marker:text-text-3">
      <li>{url}</li>
      <li>{secret}</li>
    </ol>
  );
}

function MadeSecret({ secret, onDone }: { secret: string; onDone(): void }) {
  const text = useText();
  return (
    <div className="flex flex-col gap-2 rounded-md bg-good-soft p-3 inset-ring inset-ring-good-line">
      <p className="flex items-start gap-2 text-text">
        <Icon icon={KeyRound} className="mt-0.5 text-good" />
        {text('setup.secret.once')}
      </p>
      <div className="flex items-center gap-2 rounded-md bg-surface py-1 pr-1 pl-3 inset-ring inset-ring-line-2">
        <code className="min-w-0 flex-1 break-all font-mono text-meta">{secret}</code>
        <CopyButton
          value={secret}
          label={text('setup.secret.copy')}
          copiedLabel={text('setup.copied')}
        />
      </div>
      <div className="flex justify-end">
        <Button onClick={onDone}>{text('setup.secret.noted')}</Button>
      </div>
    </div>
  );
}
