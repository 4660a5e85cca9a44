import { z } from 'zod';
import type { FieldProblem } from '#lib/core/errors.ts';
import { jsonValue } from '#lib/core/graph/document.ts';
import { defineNode } from '#lib/core/graph/node-type.ts';
import { isAnswerHeader } from '#lib/core/request/answer-headers.ts';

const settings = z.strictObject({
  status: z
    .union([z.int().min(200).max(599), z.string().regex(/\{\{/)], {
      error: 'Give a status from 200 to 599, or a template that gives one.',
    })
    .default(200),
  headers: z.record(z.string(), z.string().max(2000)).default({}),
  body: jsonValue
    .default('')
    .describe('A text goes out as it is, anything else as JSON. Templates anywhere inside.'),
});
export type RespondSettings = z.infer<typeof settings>;

/** Values are only known when they are filled in; names can be told at once. */
function check({ headers }: RespondSettings): FieldProblem[] {
  return Object.keys(headers).flatMap((name) =>
    isAnswerHeader(name, '')
      ? []
      : [{ field: `headers.${name}`, message: `An answer can't set the header “${name}”.` }],
  );
}

export const respondNode = defineNode<RespondSettings>({
  type: 'respond',
  kind: 'action',
  label: 'Respond',
  help: 'Answers the sender, who waits for it.',
  icon: 'reply',
  settings,
  defaults: { status: 200, body: '' },
  inputs: ['in'],
  outputs: () => ['ok', 'error'],
  effect: true,
  defaultAttempts: 1,
  answersSender: true,
  check,
});
