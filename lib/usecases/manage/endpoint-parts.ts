import { type FieldProblem, type Problem, problem } from '#lib/core/errors.ts';
import type { Json, JsonObject } from '#lib/core/json.ts';
import type { EndpointParts } from '#lib/core/request/endpoint-config.ts';
import type { SealedSecret } from '#lib/core/request/endpoint-record.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { planFor } from '#lib/providers/registry.ts';
import { secretProblem } from '#lib/providers/secret-rules.ts';
import type { ManageDeps } from './deps.ts';

/** A new secret as text, or one to keep, by its id. */
export type GivenSecret = string | { id: string };
export type GivenVerification = {
  scheme: string;
  secrets?: GivenSecret[] | undefined;
  [setting: string]: unknown;
};

/** The parts as a call names them. Null sets a part back to its default. */
export type GivenParts = {
  [Part in Exclude<keyof EndpointParts, 'verification'>]?: EndpointParts[Part] | null | undefined;
} & { verification?: GivenVerification | undefined };

/** Each named part replaces the stored one whole. */
export function mergeParts(stored: EndpointParts, given: GivenParts): EndpointParts {
  const { verification, ...rest } = given;
  const merged: Record<string, unknown> = { ...stored };
  for (const [part, value] of Object.entries(rest)) {
    if (value === null) delete merged[part];
    else if (value !== undefined) merged[part] = value;
  }
  if (verification) merged.verification = withoutSecrets(verification);
  return merged as EndpointParts;
}

function withoutSecrets({ secrets: _, ...settings }: GivenVerification): { [key: string]: Json } {
  return Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== undefined),
  ) as JsonObject;
}

/** Fails with `invalid_value` naming the field: unknown schemes, settings that don't fit, bad schemas. */
export async function checkParts(
  deps: Pick<ManageDeps, 'checkSchema'>,
  given: GivenParts,
): Promise<Result<null>> {
  if (given.verification) {
    const plan = planFor({
      ...withoutSecrets(given.verification),
      scheme: given.verification.scheme,
    });
    if (!plan.ok) return plan;
  }
  const refused = secretProblems(given.verification);
  if (refused) return err(refused);
  if (!given.schema) return ok(null);
  const checked = await deps.checkSchema(given.schema);
  return checked.ok ? checked : err(at('schema', checked.error));
}

function secretProblems(verification: GivenVerification | undefined): Problem | null {
  const errors: FieldProblem[] = (verification?.secrets ?? []).flatMap((secret, index) => {
    if (typeof secret !== 'string' || !verification) return [];
    const message = secretProblem(verification.scheme, secret);
    return message === null ? [] : [{ field: `verification.secrets.${index}`, message }];
  });
  return errors.length === 0 ? null : problem('invalid_value', errors[0]?.message ?? '', errors);
}

function at(field: string, { code, detail }: Problem): Problem {
  return problem(code, detail, [{ field, message: detail }]);
}

export function sealSecret(
  deps: Pick<ManageDeps, 'box' | 'newId'>,
  value: string,
  expiresAt: Date | null,
): SealedSecret {
  const id = deps.newId();
  return {
    id,
    sealed: deps.box.seal(value, { table: 'endpoint_secret', id }),
    hint: hintOf(value),
    expiresAt,
  };
}

/** The last characters, of secrets long enough that these tell nobody anything. */
function hintOf(value: string): string {
  return value.length >= 16 ? `…${value.slice(-4)}` : '…';
}
