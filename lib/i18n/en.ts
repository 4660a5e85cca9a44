import { audit } from './en/audit.ts';
import { common } from './en/common.ts';
import { connections } from './en/connections.ts';
import { editor } from './en/editor.ts';
import { endpointPane } from './en/endpoint-pane.ts';
import { endpoints } from './en/endpoints.ts';
import { home } from './en/home.ts';
import { inspector } from './en/inspector.ts';
import { panel } from './en/panel.ts';
import { people } from './en/people.ts';
import { runs } from './en/runs.ts';
import { settings } from './en/settings.ts';
import { setup } from './en/setup.ts';
import { shell } from './en/shell.ts';
import { versions } from './en/versions.ts';
import { workflows } from './en/workflows.ts';

/** Every text that people see, in English. `{name}` stands for a value, `.one` and `.other` for counts. */
export const en = {
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
} as const;
