import type { NodeRun } from '#lib/core/execution/types.ts';
import type { StopSettings } from './definition.ts';

const maxMessage = 2000;

export const runStop: NodeRun<StopSettings> = (settings, { templates, scope }) => {
  const warnings: string[] = [];
  const message = templates.text(settings.message, scope, warnings).slice(0, maxMessage);
  return { kind: 'stop', as: settings.as, message, input: { as: settings.as, message }, warnings };
};
