import { z } from 'zod';
import { refusalStatus } from '#lib/core/errors.ts';
import type { JsonObject } from '#lib/core/json.ts';
import { problemBody } from './common.ts';
import type { Contract, ResponseSpec } from './contract.ts';

/** OpenAPI 3.1 of the contracts and the door. `version` is the release's. */
export function openapi(contracts: readonly Contract[], version: string): JsonObject {
  const schemas = new Schemas();
  const paths: Record<string, JsonObject> = { '/hooks/{token}': doorPath() };
  for (const contract of contracts) {
    const path = paths[contract.path] ?? {};
    paths[contract.path] = {
      ...path,
      [contract.method.toLowerCase()]: operation(contract, schemas),
    };
  }
  schemas.add(problemBody);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hookline',
      version,
      description:
        'Workflows, endpoints, captured requests and runs of one workspace. Send an API token as `Authorization: Bearer …`. Lists answer `{items, nextCursor}`, newest first. Errors are `application/problem+json` with a `code`.',
    },
    security: [{ token: [] }],
    tags: [...new Set(['Door', ...contracts.map(({ tag }) => tag)])].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: schemas.all,
    },
  };
}

/** JSON Schema 2020-12 is OpenAPI 3.1's own. Schemas with an id become components. */
class Schemas {
  readonly all: Record<string, JsonObject> = {};

  add(schema: z.ZodType, io: 'input' | 'output' = 'output'): JsonObject {
    const {
      $schema: _,
      $defs,
      ...root
    } = z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      reused: 'inline',
    }) as JsonObject;
    const moved = pointAtComponents(root);
    for (const [name, definition] of Object.entries(($defs ?? {}) as JsonObject)) {
      const { id: _id, ...rest } = pointAtComponents(definition as JsonObject);
      this.all[name] = rest;
    }
    const { id, ...rest } = moved;
    if (typeof id !== 'string') return moved;
    this.all[id] = rest;
    return { $ref: `#/components/schemas/${id}` };
  }
}

function pointAtComponents(schema: JsonObject): JsonObject {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(text) as JsonObject;
}

function operation(contract: Contract, schemas: Schemas): JsonObject {
  const { method, path, summary, tag, role, query, body } = contract;
  return {
    operationId: `${method.toLowerCase()} ${path}`.replaceAll(
      /[^A-Za-z0-9]+(.)?/g,
      (_, next: string | undefined) => (next ?? '').toUpperCase(),
    ),
    summary,
    tags: [tag],
    'x-role': role,
    ...(role === 'public' ? { security: [] } : {}),
    parameters: [...pathParameters(path), ...(query ? queryParameters(query, schemas) : [])],
    ...(body
      ? {
          requestBody: {
            // No body at all counts as an empty object.
            required: !body.safeParse({}).success,
            content: { 'application/json': { schema: schemas.add(body, 'input') } },
          },
        }
      : {}),
    responses: { ...successes(contract.responses, schemas), default: failure },
  };
}

const failure: JsonObject = {
  description: 'A problem; `code` says which.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function successes(
  responses: Readonly<Record<number, ResponseSpec>>,
  schemas: Schemas,
): Record<string, JsonObject> {
  return Object.fromEntries(
    Object.entries(responses).map(([status, spec]) => [status, response(spec, schemas)]),
  );
}

function response(
  { description, schema, contentType }: ResponseSpec,
  schemas: Schemas,
): JsonObject {
  if (schema) {
    return { description, content: { 'application/json': { schema: schemas.add(schema) } } };
  }
  if (!contentType) return { description };
  return { description, content: { [contentType]: { schema: { type: 'string' } } } };
}

function pathParameters(path: string): JsonObject[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: (/id$/i.test(name)
      ? { type: 'string', format: 'uuid' }
      : { type: 'integer' }) as JsonObject,
  }));
}

function queryParameters(query: z.ZodType, schemas: Schemas): JsonObject[] {
  const { properties = {}, required = [] } = schemas.add(query, 'input');
  return Object.entries(properties as JsonObject).map(([name, schema]) => ({
    name,
    in: 'query',
    required: (required as string[]).includes(name),
    schema,
  }));
}

/** The door isn't a route of ours to guard: anybody with the URL may send anything. */
function doorPath(): JsonObject {
  const codes = Object.entries(refusalStatus).map(([code, status]) => `\`${code}\` ${status}`);
  const send: JsonObject = {
    summary: 'What senders call. Any method that the endpoint takes, any body, any further path.',
    description: `A refusal is \`application/problem+json\` with the reason as its \`code\`: ${codes.join(', ')}. An unknown token is 404; a deleted or rotated one 410.`,
    tags: ['Door'],
    security: [],
    parameters: [{ name: 'token', in: 'path', required: true, schema: { type: 'string' } }],
    requestBody: { content: { '*/*': {} } },
    responses: {
      '202': accepted('Kept. Or whatever answer the endpoint is configured with.', ['accepted']),
      '200': accepted('The same delivery again: kept, run only the first time.', ['duplicate']),
      default: failure,
    },
  };
  return { post: { operationId: 'postHooks', ...send }, get: { operationId: 'getHooks', ...send } };
}

function accepted(description: string, statuses: string[]): JsonObject {
  const properties: JsonObject = {
    id: { type: 'string', format: 'uuid' },
    status: { type: 'string', enum: statuses },
    ...(statuses.includes('duplicate') ? { duplicateOf: { type: 'string', format: 'uuid' } } : {}),
  };
  const schema: JsonObject = { type: 'object', properties };
  return { description, content: { 'application/json': { schema } } };
}
