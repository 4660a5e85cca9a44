import type { TextKey } from '#lib/i18n/text.ts';
import type { Section } from '../endpoint-draft.ts';

/** The sections as the pane shows them. The name stands with the URL; `enabled` is the switch at the head. */
export type PaneSectionId = Exclude<Section, 'enabled'>;

type Group = { label: TextKey; sections: readonly PaneSectionId[] };

export const paneGroups: readonly Group[] = [
  {
    label: 'pane.group.door',
    sections: ['name', 'methods', 'verification', 'ipAllow', 'rateLimit', 'maxBodyBytes'],
  },
  { label: 'pane.group.after', sections: ['event', 'dedupe', 'response', 'schema'] },
  { label: 'pane.group.keeping', sections: ['metadata', 'expiresAt'] },
];

export function sectionTitle(id: PaneSectionId): TextKey {
  return id === 'name' ? 'pane.url' : `pane.${id}`;
}

export function sectionElementId(id: Section): string {
  return `endpoint-${id}`;
}
