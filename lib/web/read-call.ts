import type { z } from 'zod';
import type { Contract } from '#lib/contracts/contract.ts';
import { type FieldProblem, type Problem, problem } from '#lib/core/errors.ts';
import type { Json } from '#lib/core/json.ts';
import { isJsonObject } from '#lib/core/json.ts';
import { deeperThan } from '#lib/core/json-depth.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { isStorable, unstorableAt } from '#lib/core/storable-text.ts';

const mebibyte = 1_048_576;
const maxDepth = 200;

/** The query as the contract has it. An empty value counts as absent: `?status=&q=` filters nothing. */
export function readQuery(contract: Contract, url: URL): Result<unknown> {
  const given: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    if (name in given) {
      return err(fieldError(name, `Give ${name} once.`));
    }
    if (!isStorable(value)) return err(notStorable(name));
    if (value !== '') given[name] = value;
  }
  if (contract.query) return check(contract.query, given, 'query');
  const [unknown] = Object.keys(given);
  return unknown === undefined ? ok(undefined) : err(unknownFields([unknown]));
}

/** The JSON body as the contract has it. No body at all is an empty object. */
export async function readBody(contract: Contract, request: Request): Promise<Result<unknown>> {
  if (!contract.body) return ok(undefined);
  const bytes = await readLimited(request, contract.maxBodyBytes ?? mebibyte);
  if (!bytes.ok) return bytes;
  const json = parseJson(bytes.value);
  if (!json.ok) return json;
  const unstorable = contract.anyText ? null : unstorableAt(json.value);
  if (unstorable !== null) return err(notStorable(unstorable));
  return check(contract.body, json.value, 'body');
}

function notStorable(field: string): Problem {
  return fieldError(field, 'A text here holds a NUL or half a character, which can’t be stored.');
}

function parseJson(bytes: Uint8Array): Result<Json> {
  if (bytes.byteLength === 0) return ok({});
  let value: Json;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json;
  } catch {
    return err(problem('invalid_body', 'The body is not JSON in UTF-8.'));
  }
  if (!isJsonObject(value)) return err(problem('invalid_body', 'The body must be a JSON object.'));
  if (deeperThan(value, maxDepth)) {
    return err(problem('invalid_body', `The body nests deeper than ${maxDepth} levels.`));
  }
  return ok(value);
}

async function readLimited(request: Request, limit: number): Promise<Result<Uint8Array>> {
  const tooLarge = err(problem('body_too_large', `A body of this call has up to ${limit} bytes.`));
  if (Number(request.headers.get('content-length') ?? 0) > limit) return tooLarge;
  if (!request.body) return ok(new Uint8Array());
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Not `for await`: TypeScript's DOM types know no async iterator of it. Leaving cancels the rest.
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return ok(Buffer.concat(chunks));
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return tooLarge;
    }
    chunks.push(value);
  }
}

/** Unknown keys go before everything else: they are most likely why the rest doesn't fit. */
function check(schema: z.ZodType, value: unknown, place: 'body' | 'query'): Result<unknown> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const issues = flatten(parsed.error.issues, []);
  const unknown = issues.flatMap(({ issue, path }) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key].join('.')) : [],
  );
  if (unknown.length > 0) return err(unknownFields(unknown));
  const errors = issues.map(({ issue, path }) => fieldProblemOf(issue.message, path, value));
  const [first] = errors;
  const where = first?.field ? `${first.field}: ` : '';
  return err(
    problem('invalid_value', `The ${place} doesn’t fit. ${where}${first?.message}`, errors),
  );
}

type Issue = z.core.$ZodIssue;
type Placed = { issue: Issue; path: PropertyKey[] };

/** Of a union that nothing matched, the branch that came closest says what is wrong. */
function flatten(issues: readonly Issue[], before: PropertyKey[]): Placed[] {
  return issues.flatMap((issue) => {
    const path = [...before, ...issue.path];
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }];
    const closest = issue.errors.find((branch) =>
      branch.some((one) => one.path.length > 0 || one.code === 'unrecognized_keys'),
    );
    return closest ? flatten(closest, path) : [{ issue, path }];
  });
}

/** A problem inside a graph also names its step. */
function fieldProblemOf(message: string, path: PropertyKey[], body: unknown): FieldProblem {
  const field = path.map(String).join('.');
  const [first, second, index] = path;
  if (first !== 'graph' || second !== 'nodes' || typeof index !== 'number') {
    return field === '' ? { message } : { field, message };
  }
  const nodes = (body as { graph?: { nodes?: { id?: unknown }[] } }).graph?.nodes;
  const nodeId = nodes?.[index]?.id;
  return typeof nodeId === 'string' ? { nodeId, field, message } : { field, message };
}

function unknownFields(names: string[]): Problem {
  const list = names.join(', ');
  return problem(
    'unknown_field',
    `Unknown ${names.length === 1 ? 'field' : 'fields'}: ${list}. Check the spelling, or leave it out.`,
    names.map((field) => ({ field, message: 'Unknown field.' })),
  );
}

function fieldError(field: string, message: string): Problem {
  return problem('invalid_value', message, [{ field, message }]);
}
