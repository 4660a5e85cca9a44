import { type Text, textCount } from '#lib/i18n/text.ts';
import type { callApi } from '../api/call-api.ts';

export type Named = { id: string; name: string };
type Answer = Awaited<ReturnType<typeof callApi>>;

/** One call for each: which of them succeeded, and the first failure. */
export async function eachWorkflow(
  workflows: readonly Named[],
  call: (id: string) => Promise<Answer>,
) {
  const answers = await Promise.all(workflows.map(({ id }) => call(id)));
  const failed = answers.find((answer) => !answer.ok);
  return {
    done: workflows.filter((_, at) => answers[at]?.ok),
    problem: failed && !failed.ok ? failed.failure : undefined,
  };
}

type SaidKey = 'workflows.paused' | 'workflows.resumed' | 'workflows.deleted';

/** One by its name, more by their number. */
export function saidOf(text: Text, key: SaidKey, of: readonly Named[]): string {
  const [only, ...others] = of;
  if (only && others.length === 0) return text(`${key}.named`, { name: only.name });
  return textCount(text, key, of.length);
}
