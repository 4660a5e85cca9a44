import type { workScreens as english } from '../en/work-screens.ts';
import { editor } from './editor.ts';
import { endpointPane } from './endpoint-pane.ts';
import { panel } from './panel.ts';
import { setup } from './setup.ts';
import { versions } from './versions.ts';

/** Fetched with the screens that say it: a missing text doesn't compile. */
export const workScreens: Record<keyof typeof english, string> = {
  ...setup,
  ...editor,
  ...versions,
  ...panel,
  ...endpointPane,
};
