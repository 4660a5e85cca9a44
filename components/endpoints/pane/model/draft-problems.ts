import type { TextKey } from '#lib/i18n/text.ts';
import type { EndpointDraft, Section } from '../../endpoint-draft.ts';

/** What is wrong with a field, to be said in the reader's language. */
export type DraftProblem = {
  field: string;
  key: TextKey;
  values?: Record<string, string | number>;
};

const megabytes = 100;
export const mebibyte = 1_048_576;
const monthSeconds = 30 * 86_400;

/** What can be told without asking the server. `unreadable`: sections whose JSON can't be read. */
export function draftProblems(
  draft: EndpointDraft,
  unreadable: readonly Section[],
): DraftProblem[] {
  return [
    ...(draft.name.trim() === '' ? [missing('name')] : []),
    ...(draft.methods.length === 0 ? [problem('methods', 'pane.problem.methods')] : []),
    ...rateProblems(draft.rateLimit),
    ...between('maxBodyBytes', draft.maxBodyBytes / mebibyte, {
      min: 0,
      max: megabytes,
      more: true,
    }),
    ...placeProblems(draft),
    ...between('dedupe.windowSeconds', draft.dedupe.windowSeconds, { min: 1, max: monthSeconds }),
    ...responseProblems(draft.response),
    ...unreadable.map((section) => problem(section, 'pane.problem.json')),
  ];
}

type Range = { min: number; max: number; whole?: boolean; more?: boolean };

/** `more`: above the least, not at it. */
function between(field: string, value: number, range: Range): DraftProblem[] {
  const { min, max, whole, more } = range;
  const low = more ? value > min : value >= min;
  if (low && value <= max && (!whole || Number.isInteger(value))) return [];
  const key = more ? 'pane.problem.upTo' : 'pane.problem.between';
  return [problem(field, key, { min, max })];
}

function rateProblems(rate: EndpointDraft['rateLimit']): DraftProblem[] {
  if (!rate) return [];
  return [
    ...between('rateLimit.perSecond', rate.perSecond, { min: 0, max: 100_000, more: true }),
    ...between('rateLimit.burst', rate.burst, { min: 1, max: 1_000_000, whole: true }),
  ];
}

function placeProblems({ event, dedupe }: EndpointDraft): DraftProblem[] {
  const places = { 'event.type': event.type, 'event.id': event.id, 'dedupe.from': dedupe.from };
  return Object.entries(places).flatMap(([field, place]) =>
    place === 'header:' || place === 'body:' ? [missing(field)] : [],
  );
}

function responseProblems(response: EndpointDraft['response']): DraftProblem[] {
  const unnamed = Object.keys(response.headers).some((name) => name.trim() === '');
  return [
    ...between('response.status', response.status, { min: 200, max: 599, whole: true }),
    ...between('response.waitSeconds', response.waitSeconds, { min: 0, max: 25 }),
    ...(unnamed ? [problem('response.headers', 'pane.problem.header')] : []),
  ];
}

function missing(field: string): DraftProblem {
  return problem(field, 'field.required');
}

function problem(field: string, key: TextKey, values?: DraftProblem['values']): DraftProblem {
  return { field, key, ...(values && { values }) };
}
