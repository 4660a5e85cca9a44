import type { anyPage as english } from '../en/any-page.ts';
import { audit } from './audit.ts';
import { common } from './common.ts';
import { conditions } from './conditions.ts';
import { connections } from './connections.ts';
import { endpoints } from './endpoints.ts';
import { failures } from './failures.ts';
import { home } from './home.ts';
import { inspector } from './inspector.ts';
import { nodes } from './nodes.ts';
import { people } from './people.ts';
import { runs } from './runs.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { workflows } from './workflows.ts';

/** What every page has at hand: a missing text doesn't compile. */
export const anyPage: Record<keyof typeof english, string> = {
  ...common,
  ...failures,
  ...people,
  ...shell,
  ...home,
  ...workflows,
  ...inspector,
  ...runs,
  ...conditions,
  ...nodes,
  ...endpoints,
  ...settings,
  ...audit,
  ...connections,
};
