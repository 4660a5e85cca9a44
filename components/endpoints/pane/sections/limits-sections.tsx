'use client';

import { useText } from '../../../text.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { mebibyte } from '../model/draft-problems.ts';
import { usePane } from '../pane-context.ts';
import { PaneSection } from '../pane-section.tsx';
import { SettingRow } from '../setting-row.tsx';

const suggested = { perSecond: 50, burst: 100 };

export function RateSection() {
  const text = useText();
  const { endpoint, draft, set, canEdit } = usePane();
  const { rateLimit } = draft;
  return (
    <PaneSection
      id="rateLimit"
      reasons={['rate_limited']}
      shown={['rateLimit.perSecond', 'rateLimit.burst']}
      aside={
        <Switch
          label={text('pane.rateLimit.on')}
          checked={rateLimit !== null}
          disabled={!canEdit}
          onChange={(on) => set('rateLimit', on ? (endpoint.rateLimit ?? suggested) : null)}
        />
      }
    >
      {rateLimit && (
        <>
          <SettingRow label={text('pane.rateLimit.perSecond')} field="rateLimit.perSecond">
            {(control) => (
              <NumberInput
                {...control}
                dense
                className="w-[120px]"
                unit={text('pane.rateLimit.unit')}
                readOnly={!canEdit}
                value={rateLimit.perSecond}
                onChange={(perSecond) => set('rateLimit', { ...rateLimit, perSecond })}
              />
            )}
          </SettingRow>
          <SettingRow label={text('pane.rateLimit.burst')} field="rateLimit.burst">
            {(control) => (
              <NumberInput
                {...control}
                dense
                className="w-[120px]"
                readOnly={!canEdit}
                value={rateLimit.burst}
                onChange={(burst) => set('rateLimit', { ...rateLimit, burst })}
              />
            )}
          </SettingRow>
        </>
      )}
    </PaneSection>
  );
}

export function SizeSection() {
  const text = useText();
  const { draft, set, canEdit } = usePane();
  return (
    <PaneSection id="maxBodyBytes" reasons={['body_too_large']} shown={['maxBodyBytes']}>
      <SettingRow label={text('pane.maxBodyBytes.upTo')} field="maxBodyBytes">
        {(control) => (
          <NumberInput
            {...control}
            dense
            className="w-[120px]"
            unit="MiB"
            readOnly={!canEdit}
            value={Number((draft.maxBodyBytes / mebibyte).toFixed(3))}
            onChange={(size) => set('maxBodyBytes', Math.round(size * mebibyte))}
          />
        )}
      </SettingRow>
    </PaneSection>
  );
}
