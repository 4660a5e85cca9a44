'use client';

import { useText } from '../../../text.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { type ChangeResponse, usePane } from '../pane-context.ts';
import { PaneSection } from '../pane-section.tsx';
import { SettingRow } from '../setting-row.tsx';
import { HeaderRows } from './header-rows.tsx';

const shown = ['status', 'body', 'waitSeconds', 'headers'].map((field) => `response.${field}`);
const usualWait = 10;

export function ResponseSection() {
  const { draft, set } = usePane();
  const change: ChangeResponse = (part) => set('response', { ...draft.response, ...part });
  return (
    <PaneSection id="response" shown={shown}>
      <StatusField change={change} />
      <HeaderRows change={change} />
      <BodyField change={change} />
      <WaitField change={change} />
    </PaneSection>
  );
}

function StatusField({ change }: { change: ChangeResponse }) {
  const text = useText();
  const { draft, providers, canEdit } = usePane();
  const sender = providers.find(({ id }) => id === draft.verification.scheme);
  const { expected = '', withinSeconds = null } = sender?.answer ?? {};
  const wants = { sender: sender?.label ?? '', expected, seconds: withinSeconds ?? 0 };
  const hint = text(
    withinSeconds === null ? 'pane.response.expected' : 'pane.response.expectedWithin',
    wants,
  );
  return (
    <SettingRow label={text('pane.response.status')} field="response.status" hint={sender && hint}>
      {(control) => (
        <NumberInput
          {...control}
          dense
          className="w-[120px]"
          readOnly={!canEdit}
          value={draft.response.status}
          onChange={(status) => change({ status })}
        />
      )}
    </SettingRow>
  );
}

function BodyField({ change }: { change: ChangeResponse }) {
  const text = useText();
  const { draft, canEdit } = usePane();
  const { body } = draft.response;
  return (
    <SettingRow
      label={text('pane.response.body')}
      field="response.body"
      hint={body === null && text('pane.response.defaultBody')}
    >
      {(control) => (
        <>
          <Switch
            label={text('pane.response.ownBody')}
            checked={body !== null}
            disabled={!canEdit}
            onChange={(on) => change({ body: on ? '' : null })}
          />
          {body !== null && (
            <TextArea
              {...control}
              mono
              rows={5}
              maxLength={65_536}
              readOnly={!canEdit}
              value={body}
              onChange={(event) => change({ body: event.target.value })}
              className="mt-1"
            />
          )}
        </>
      )}
    </SettingRow>
  );
}

function WaitField({ change }: { change: ChangeResponse }) {
  const text = useText();
  const { endpoint, draft, canEdit } = usePane();
  const { waitSeconds } = draft.response;
  const before = endpoint.response.waitSeconds || usualWait;
  return (
    <>
      <SettingRow label={text('pane.response.wait')}>
        {() => (
          <Switch
            label={text('pane.response.wait')}
            hideLabel
            checked={waitSeconds !== 0}
            disabled={!canEdit}
            onChange={(on) => change({ waitSeconds: on ? before : 0 })}
          />
        )}
      </SettingRow>
      {waitSeconds !== 0 && (
        <SettingRow
          label={text('pane.response.waitUpTo')}
          field="response.waitSeconds"
          hint={text('pane.response.waitNote')}
        >
          {(control) => (
            <NumberInput
              {...control}
              dense
              className="w-[120px]"
              unit="s"
              readOnly={!canEdit}
              value={waitSeconds}
              onChange={(seconds) => change({ waitSeconds: seconds })}
            />
          )}
        </SettingRow>
      )}
    </>
  );
}
