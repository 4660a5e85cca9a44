'use client';

import { DoorClosed, DoorOpen, Eye } from 'lucide-react';
import { useMemo } from 'react';
import { useShell } from '../../shell/shell-context.ts';
import { useText } from '../../text.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Switch } from '../../ui/switch.tsx';
import { type Endpoint, sectionOf } from '../endpoint-draft.ts';
import type { EndpointStats } from '../endpoint-types.ts';
import { useEndpointActions } from '../use-endpoint-actions.ts';
import { useProviders } from '../use-providers.ts';
import { PaneContext, type PaneState } from './pane-context.ts';
import { PaneQuestions } from './pane-questions.tsx';
import { sectionElementId } from './pane-sections.ts';
import { SaveBar } from './save-bar.tsx';
import { SectionNav } from './section-nav.tsx';
import { DedupeSection } from './sections/dedupe-section.tsx';
import { EndSection } from './sections/end-section.tsx';
import { EventSection } from './sections/event-section.tsx';
import { IpSection } from './sections/ip-section.tsx';
import { MetadataSection, SchemaSection } from './sections/json-sections.tsx';
import { RateSection, SizeSection } from './sections/limits-sections.tsx';
import { MethodsSection } from './sections/methods-section.tsx';
import { ResponseSection } from './sections/response-section.tsx';
import { UrlSection } from './sections/url-section.tsx';
import { VerificationSection } from './sections/verification-section.tsx';
import { type EndpointSettings, useEndpointSettings, useSave } from './use-endpoint-settings.ts';
import { useLeaveGuard } from './use-leave-guard.ts';

export type EndpointFormProps = {
  endpoint: Endpoint;
  stats: EndpointStats | undefined;
  canEdit: boolean;
  onClose: () => void;
};

export function EndpointForm(props: EndpointFormProps) {
  const { endpoint, canEdit, onClose } = props;
  const text = useText();
  const { go } = useShell();
  const settings = useEndpointSettings(endpoint);
  const saving = useSave(settings, showFirst);
  const guard = useLeaveGuard(settings.dirty, go);
  const pane = usePaneState(settings, props);
  return (
    <Drawer
      open
      wide
      onOpenChange={() => guard.leave(onClose)}
      title={text('pane.title')}
      aside={<OpenSwitch endpoint={endpoint} disabled={!canEdit} />}
      foot={canEdit && <SaveBar settings={settings} saving={saving} />}
    >
      <PaneContext value={pane}>
        <div className="grid min-h-full min-[1440px]:grid-cols-[160px_minmax(0,1fr)]">
          <SectionNav />
          <div className="min-w-0">
            <p className="truncate border-line border-b px-5 py-2 text-meta text-text-2 max-sm:px-4">
              {endpoint.name}
            </p>
            {!canEdit && <LookOnly />}
            <Sections key={settings.generation} onDeleted={onClose} />
          </div>
        </div>
      </PaneContext>
      <PaneQuestions name={endpoint.name} guard={guard} saving={saving} />
    </Drawer>
  );
}

function usePaneState(settings: EndpointSettings, props: EndpointFormProps): PaneState {
  const providers = useProviders();
  const { endpoint, stats, canEdit } = props;
  return useMemo(
    () => ({ ...settings, endpoint, providers, stats, canEdit }),
    [settings, endpoint, providers, stats, canEdit],
  );
}

function Sections({ onDeleted }: { onDeleted: () => void }) {
  return (
    <>
      <UrlSection />
      <MethodsSection />
      <VerificationSection />
      <IpSection />
      <RateSection />
      <SizeSection />
      <EventSection />
      <DedupeSection />
      <ResponseSection />
      <SchemaSection />
      <MetadataSection />
      <EndSection onDeleted={onDeleted} />
    </>
  );
}

function OpenSwitch({ endpoint, disabled }: { endpoint: Endpoint; disabled: boolean }) {
  const text = useText();
  const { setOpen } = useEndpointActions();
  const { enabled } = endpoint;
  return (
    <span
      className={`flex flex-none items-center gap-1.5 font-medium text-meta ${enabled ? 'text-good' : 'text-wait'}`}
    >
      <Icon icon={enabled ? DoorOpen : DoorClosed} size={14} />
      <span aria-hidden="true">{text(enabled ? 'pane.open' : 'pane.closed')}</span>
      <Switch
        label={text('pane.open')}
        hideLabel
        checked={enabled}
        disabled={disabled}
        onChange={(on) => void setOpen(endpoint, on)}
      />
    </span>
  );
}

function LookOnly() {
  const text = useText();
  return (
    <p className="flex items-center gap-2 border-line border-b bg-sunken px-5 py-2 text-meta text-text-2 max-sm:px-4">
      <Icon icon={Eye} size={14} />
      {text('ui.viewer')}
    </p>
  );
}

/** To the first section with something wrong. */
function showFirst(fields: string[]): void {
  const section = fields.map(sectionOf).find((found) => found !== undefined);
  if (section) document.getElementById(sectionElementId(section))?.scrollIntoView();
}
