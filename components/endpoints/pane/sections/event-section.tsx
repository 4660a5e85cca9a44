'use client';

import { useText } from '../../../text.tsx';
import { usePane } from '../pane-context.ts';
import { PaneSection } from '../pane-section.tsx';
import { PlaceField } from './place-field.tsx';

export function EventSection() {
  const text = useText();
  const { draft, set, providers } = usePane();
  const sender = providers.find(({ id }) => id === draft.verification.scheme);
  return (
    <PaneSection id="event" shown={['event.type', 'event.id']}>
      <PlaceField
        label={text('pane.event.type')}
        field="event.type"
        value={draft.event.type}
        onChange={(type) => set('event', { ...draft.event, type })}
        sendersOwn={sender?.event.type.join(', ')}
      />
      <PlaceField
        label={text('pane.event.id')}
        field="event.id"
        value={draft.event.id}
        onChange={(id) => set('event', { ...draft.event, id })}
        sendersOwn={sender?.event.id.join(', ')}
      />
    </PaneSection>
  );
}
