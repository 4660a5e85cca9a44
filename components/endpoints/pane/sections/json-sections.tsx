'use client';

import { useText } from '../../../text.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { usePane } from '../pane-context.ts';
import { PaneSection } from '../pane-section.tsx';
import { JsonField } from './json-field.tsx';

/** Fits every body: a start to narrow down from. */
const anyObject = { type: 'object', required: [], properties: {} };

export function SchemaSection() {
  const text = useText();
  const { endpoint, draft, set, setReadable, canEdit } = usePane();
  const turn = (on: boolean) => {
    setReadable('schema', true);
    set('schema', on ? (endpoint.schema ?? anyObject) : null);
  };
  return (
    <PaneSection
      id="schema"
      reasons={['schema_mismatch']}
      shown={['schema']}
      aside={
        <Switch
          label={text('pane.schema.on')}
          checked={draft.schema !== null}
          disabled={!canEdit}
          onChange={turn}
        />
      }
    >
      {draft.schema && (
        <JsonField
          label={text('pane.schema.label')}
          section="schema"
          value={draft.schema}
          rows={10}
        />
      )}
    </PaneSection>
  );
}

export function MetadataSection() {
  const text = useText();
  const { draft } = usePane();
  return (
    <PaneSection id="metadata" shown={['metadata']}>
      <JsonField
        label={text('pane.metadata.label')}
        section="metadata"
        value={draft.metadata}
        rows={4}
      />
    </PaneSection>
  );
}
