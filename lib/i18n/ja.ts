import type { en } from './en.ts';
import { audit } from './ja/audit.ts';
import { common } from './ja/common.ts';
import { connections } from './ja/connections.ts';
import { editor } from './ja/editor.ts';
import { endpointPane } from './ja/endpoint-pane.ts';
import { endpoints } from './ja/endpoints.ts';
import { home } from './ja/home.ts';
import { inspector } from './ja/inspector.ts';
import { panel } from './ja/panel.ts';
import { people } from './ja/people.ts';
import { runs } from './ja/runs.ts';
import { settings } from './ja/settings.ts';
import { setup } from './ja/setup.ts';
import { shell } from './ja/shell.ts';
import { versions } from './ja/versions.ts';
import { workflows } from './ja/workflows.ts';

/** The same texts in Japanese: a missing one doesn't compile. */
export const ja: Record<keyof typeof en, string> = {
  ...common,
  ...people,
  ...shell,
  ...home,
  ...setup,
  ...workflows,
  ...editor,
  ...versions,
  ...panel,
  ...inspector,
  ...runs,
  ...endpoints,
  ...endpointPane,
  ...settings,
  ...audit,
  ...connections,
};
