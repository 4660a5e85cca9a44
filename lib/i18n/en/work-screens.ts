import { editor } from './editor.ts';
import { endpointPane } from './endpoint-pane.ts';
import { panel } from './panel.ts';
import { setup } from './setup.ts';
import { versions } from './versions.ts';

/** Said on the canvas, in the set-up, of versions and in an endpoint's settings: fetched with them. */
export const workScreens = {
  ...setup,
  ...editor,
  ...versions,
  ...panel,
  ...endpointPane,
} as const;
