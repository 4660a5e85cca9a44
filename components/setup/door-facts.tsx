'use client';

import { DoorOpen, Equal, Handshake, ShieldCheck, Zap } from 'lucide-react';
import type { Text } from '#lib/i18n/text.ts';
import { useText } from '../text.tsx';
import { type Fact, FactRows } from './fact-rows.tsx';
import { placeText, proofPlace } from './provider-words.ts';
import type { Provider } from './setup-types.ts';
import type { Setup } from './use-setup.ts';

/** Before anything came: the door is open, and what is known of the sender that was chosen. */
export function DoorFacts({ setup: { provider } }: { setup: Setup }) {
  const text = useText();
  return (
    <>
      <h3 className="font-semibold text-title">{text('setup.door.open')}</h3>
      <p className="mx-auto max-w-[380px] pt-1 text-text-2">{text('setup.door.open.lead')}</p>
      {provider && (
        <>
          <p className="mx-auto max-w-[360px] pt-7 pb-2 text-left font-medium">
            {text('setup.facts', { sender: provider.label })}
          </p>
          <FactRows facts={factsOf(text, provider)} />
        </>
      )}
    </>
  );
}

function factsOf(text: Text, provider: Provider): Fact[] {
  const { event, answer, handshake } = provider;
  const { place, signed } = proofPlace(provider);
  const [type] = event.type;
  const [id] = event.id;
  const facts: (Fact | false)[] = [
    {
      icon: ShieldCheck,
      name: text(signed ? 'setup.facts.signature' : 'setup.facts.token'),
      value: place,
      mono: true,
    },
    type !== undefined && {
      icon: Zap,
      name: text('setup.facts.event'),
      value: placeText(text, type),
      mono: true,
    },
    id !== undefined && {
      icon: Equal,
      name: text('setup.facts.again'),
      value: placeText(text, id),
      mono: true,
    },
    handshake && {
      icon: Handshake,
      name: text('setup.facts.handshake'),
      value: text('setup.facts.handshake.answered'),
    },
    {
      icon: DoorOpen,
      name: text('setup.facts.expects'),
      value:
        answer.withinSeconds === null
          ? text('setup.facts.any2xx')
          : text('setup.facts.within', { seconds: answer.withinSeconds }),
    },
  ];
  return facts.filter((fact) => fact !== false);
}
