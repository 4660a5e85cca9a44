import type { NodeRun } from '#lib/core/execution/types.ts';
import type { NodeType, SettingsOf } from './definitions.ts';
import { runDelay } from './delay/run.ts';
import { runFilter } from './filter/run.ts';
import { runHttpRequest } from './http-request/run.ts';
import { runRespond } from './respond/run.ts';
import { runSetFields } from './set-fields/run.ts';
import { runStop } from './stop/run.ts';
import { runSwitch } from './switch/run.ts';
import { runWebhook } from './webhook/run.ts';

/** What each type does, on the server. A type without a runtime, or with another's, doesn't compile. */
export const nodeRuntimes: { readonly [T in NodeType]: NodeRun<SettingsOf<T>> } = {
  webhook: runWebhook,
  filter: runFilter,
  switch: runSwitch,
  set_fields: runSetFields,
  http_request: runHttpRequest,
  respond: runRespond,
  delay: runDelay,
  stop: runStop,
};
