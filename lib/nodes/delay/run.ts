import type { NodeContext, NodeRun } from '#lib/core/execution/types.ts';
import { asInstant, asNumber } from '#lib/core/expression/compare.ts';
import type { Json } from '#lib/core/json.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { type DelaySettings, maxDelayDays } from './definition.ts';

const unitMs = { seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;
type Unit = keyof typeof unitMs;
const maxDelayMs = maxDelayDays * unitMs.days;

/** A moment that has passed is no failure: the run just goes on. */
export const runDelay: NodeRun<DelaySettings> = (settings, context) => {
  const warnings: string[] = [];
  const end = endOf(settings, context, warnings);
  const failed = (code: string, message: string) => ({
    kind: 'failed' as const,
    error: { code, message, retryable: false },
    output: null,
    input: settings as Json,
    warnings,
  });
  if (!end.ok) return failed('invalid_value', end.error);
  if (end.value - context.now > maxDelayMs) {
    return failed('delay_too_long', `A delay lasts at most ${maxDelayDays} days.`);
  }
  const until = Math.max(end.value, context.now);
  const output = { until: new Date(until).toISOString() };
  const result = { port: 'ok', output, input: output, warnings };
  return until > context.now ? { kind: 'wait', until, ...result } : { kind: 'done', ...result };
};

/** Unix milliseconds, or why there are none. */
function endOf(
  settings: DelaySettings,
  context: NodeContext,
  warnings: string[],
): Result<number, string> {
  const { templates, scope, now } = context;
  if (settings.until !== undefined) {
    const value = templates.value(settings.until, scope, warnings);
    const instant = asInstant(value);
    if (instant !== undefined) return ok(Math.round(instant));
    return err(`“${shown(value)}” is no point in time. Give an ISO 8601 time or Unix seconds.`);
  }
  let end = now;
  for (const unit of Object.keys(unitMs) as Unit[]) {
    const value = templates.value(settings[unit] ?? 0, scope, warnings);
    const amount = asNumber(value);
    if (amount === undefined || amount < 0) {
      return err(`“${shown(value)}” is no number of ${unit}.`);
    }
    end += amount * unitMs[unit];
  }
  return ok(Math.round(end));
}

function shown(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
