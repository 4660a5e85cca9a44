import { type Condition, conditionSettings } from '#lib/core/expression/condition.ts';
import type { Json } from '#lib/core/json.ts';

/** Settings that are no condition yet, or no longer, are drawn as an empty one. */
export function asCondition(settings: Json | undefined): Condition {
  const parsed = conditionSettings.safeParse(settings);
  return parsed.success ? parsed.data : { all: [] };
}
