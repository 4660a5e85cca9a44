'use client';

import { DoorClosed, DoorOpen, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../../text.tsx';
import { Button } from '../../../ui/button.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { DeleteEndpoint } from '../../delete-endpoint.tsx';
import { useEndpointActions } from '../../use-endpoint-actions.ts';
import { usePane } from '../pane-context.ts';
import { PaneSection } from '../pane-section.tsx';
import { SettingRow } from '../setting-row.tsx';

const weekMs = 7 * 86_400_000;

/** When it ends by itself, and the two ways of ending it now. */
export function EndSection({ onDeleted }: { onDeleted: () => void }) {
  const { canEdit } = usePane();
  return (
    <PaneSection id="expiresAt" shown={['expiresAt']}>
      <EndsByItself />
      {canEdit && <Now onDeleted={onDeleted} />}
    </PaneSection>
  );
}

function EndsByItself() {
  const text = useText();
  const { draft, set, canEdit } = usePane();
  const { expiresAt } = draft;
  return (
    <>
      <SettingRow label={text('pane.expiresAt.ends')}>
        {() => (
          <Switch
            label={text('pane.expiresAt.ends')}
            hideLabel
            checked={expiresAt !== null}
            disabled={!canEdit}
            onChange={(on) =>
              set('expiresAt', on ? new Date(Date.now() + weekMs).toISOString() : null)
            }
          />
        )}
      </SettingRow>
      {expiresAt !== null && (
        <SettingRow
          label={text('pane.expiresAt.at')}
          field="expiresAt"
          hint={text('pane.expiresAt.hint')}
        >
          {(control) => (
            <TextInput
              {...control}
              dense
              type="datetime-local"
              readOnly={!canEdit}
              value={localMinute(expiresAt)}
              onChange={(event) => {
                const at = new Date(event.target.value);
                if (!Number.isNaN(at.getTime())) set('expiresAt', at.toISOString());
              }}
              className="w-[220px]"
            />
          )}
        </SettingRow>
      )}
    </>
  );
}

function Now({ onDeleted }: { onDeleted: () => void }) {
  const text = useText();
  const { endpoint } = usePane();
  const { setOpen } = useEndpointActions();
  const [deleting, setDeleting] = useState(false);
  const { enabled } = endpoint;
  return (
    <div className="mt-3 flex flex-wrap gap-1.5">
      <Button
        icon={enabled ? DoorClosed : DoorOpen}
        onClick={() => void setOpen(endpoint, !enabled)}
      >
        {text(enabled ? 'pane.end.close' : 'pane.end.open')}
      </Button>
      <Button variant="danger" icon={Trash2} onClick={() => setDeleting(true)}>
        {text('pane.end.delete')}
      </Button>
      <DeleteEndpoint
        endpoint={endpoint}
        open={deleting}
        onOpenChange={setDeleting}
        onDeleted={onDeleted}
      />
    </div>
  );
}

/** As `datetime-local` wants it, in the zone of the browser. */
function localMinute(iso: string): string {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
