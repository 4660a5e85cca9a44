import { Ajv, type Options, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { type Problem, problem } from '#lib/core/errors.ts';
import { compileRegex } from '#lib/core/expression/regex.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/core/json.ts';
import { err, ok, type Result } from '#lib/core/result.ts';

const maxCompiled = 100;
const maxErrors = 10;
const draft2020 = 'https://json-schema.org/draft/2020-12/schema';
const draft7 = 'http://json-schema.org/draft-07/schema';

export type SchemaVerdict = { valid: boolean; errors: string[] };

/**
 * JSON Schema 2020-12, and draft-07 where `$schema` says so. A schema that names its `$schema` gets
 * that dialect to the letter, where `format` is a remark; one that names none has its formats
 * checked. References outside the schema are refused, patterns run on RE2.
 */
export class SchemaValidator {
  readonly #dialects = new Map<string, Ajv>();
  readonly #compiled = new Map<string, ValidateFunction>();

  /** Fails with `invalid_value` where the schema is not usable. */
  check(schema: string): Result<null> {
    const compiled = this.#compile(schema);
    return compiled.ok ? ok(null) : compiled;
  }

  /** Errors read `/path what is wrong`, the first few. */
  validate(schema: string, value: Json): Result<SchemaVerdict> {
    const compiled = this.#compile(schema);
    if (!compiled.ok) return compiled;
    const validate = compiled.value;
    try {
      if (validate(value)) return ok({ valid: true, errors: [] });
    } catch {
      return err(unusable('its references go round without an end'));
    }
    const errors = (validate.errors ?? []).slice(0, maxErrors);
    return ok({
      valid: false,
      errors: errors.map(({ instancePath, message }) =>
        `${instancePath || '/'} ${message ?? ''}`.trim(),
      ),
    });
  }

  #compile(text: string): Result<ValidateFunction> {
    const known = this.#compiled.get(text);
    if (known) return ok(known);
    const schema = JSON.parse(text) as Json;
    if (typeof schema !== 'boolean' && !isJsonObject(schema)) {
      return err(unusable('it must be an object, true or false'));
    }
    const dialect = this.#dialectOf(schema);
    if (!dialect) return err(unusable(`its $schema must be ${draft2020} or ${draft7}#`));
    try {
      const validate = compileAlone(dialect, schema);
      // Ajv keeps every schema it compiled; ours is the cache.
      if (this.#compiled.size >= maxCompiled) this.#forget();
      this.#compiled.set(text, validate);
      return ok(validate);
    } catch (cause) {
      return err(unusable(cause instanceof Error ? cause.message : String(cause)));
    }
  }

  #forget(): void {
    this.#compiled.clear();
    this.#dialects.clear();
  }

  #dialectOf(schema: Json): Ajv | undefined {
    const named = isJsonObject(schema) ? schema.$schema : undefined;
    if (named !== undefined && typeof named !== 'string') return undefined;
    const name = named?.replace(/#$/, '') ?? '';
    if (name !== '' && name !== draft2020 && name !== draft7) return undefined;
    let dialect = this.#dialects.get(name);
    if (!dialect) {
      dialect = newDialect(name);
      this.#dialects.set(name, dialect);
    }
    return dialect;
  }
}

function unusable(reason: string): Problem {
  return problem('invalid_value', `This JSON Schema can't be used: ${reason}.`);
}

/** Compiled schemas must not see each other's `$id`. Ajv keeps what it compiled; so it is let go at once. */
function compileAlone(dialect: Ajv, schema: boolean | JsonObject): ValidateFunction {
  // `removeSchema(true)` would be "remove all".
  const alone = typeof schema === 'boolean' ? asObject(schema) : schema;
  try {
    return dialect.compile(alone);
  } finally {
    dialect.removeSchema(alone);
  }
}

function asObject(verdict: boolean): JsonObject {
  return verdict ? {} : { not: {} };
}

function newDialect(name: string): Ajv {
  const options: Options = {
    strict: false,
    logger: false,
    ownProperties: true,
    validateFormats: name === '',
    code: { regExp: Object.assign(linearPattern, { code: 'new RegExp' }) },
  };
  const dialect = name === draft7 ? new Ajv(options) : (new Ajv2020(options) as unknown as Ajv);
  if (name === '') addFormats.default(dialect);
  dialect.removeKeyword('multipleOf');
  return dialect.addKeyword({
    keyword: 'multipleOf',
    type: 'number',
    schemaType: 'number',
    validate: isMultipleOf,
    error: { message: ({ schema }) => `must be multiple of ${String(schema)}` },
  });
}

/** 19.99 is a multiple of 0.01, whatever binary fractions say; an overflow is a multiple of nothing. */
function isMultipleOf(divisor: number, value: number): boolean {
  const times = value / divisor;
  return Number.isFinite(times) && Math.abs(Math.round(times) - times) < 1e-9;
}

/** Ajv tells patterns apart by their `toString`. */
function linearPattern(pattern: string): { test: (text: string) => boolean; toString(): string } {
  const compiled = compileRegex(pattern.replaceAll(longCategory, shortCategory));
  if (!compiled.ok) throw new Error(`pattern ${pattern}: ${compiled.error.detail}`);
  const regex = compiled.value;
  return { test: (text) => regex.test(text), toString: () => pattern };
}

const longCategory = /\\([pP])\{([A-Z][A-Za-z]*(?:_[A-Z][a-z]+)*|digit)\}/g;
/** ECMA-262 also knows Unicode's long names; RE2 only the short ones. */
const categories = new Map([
  ['Letter', 'L'],
  ['Uppercase_Letter', 'Lu'],
  ['Lowercase_Letter', 'Ll'],
  ['Titlecase_Letter', 'Lt'],
  ['Modifier_Letter', 'Lm'],
  ['Other_Letter', 'Lo'],
  ['Mark', 'M'],
  ['Number', 'N'],
  ['Decimal_Number', 'Nd'],
  ['digit', 'Nd'],
  ['Letter_Number', 'Nl'],
  ['Punctuation', 'P'],
  ['Symbol', 'S'],
  ['Separator', 'Z'],
  ['Space_Separator', 'Zs'],
  ['Other', 'C'],
  ['Control', 'Cc'],
]);

function shortCategory(_found: string, sign: string, name: string): string {
  return `\\${sign}{${categories.get(name) ?? name}}`;
}
