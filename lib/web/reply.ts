import { ok, type Result } from '#lib/core/result.ts';

/** A use case's result as an answer with this status; a failure stays one. */
export function reply<S extends number, T>(
  status: S,
  result: Result<T>,
): Result<{ status: S; body: T }> {
  return result.ok ? ok({ status, body: result.value }) : result;
}

/** The same for calls that answer without a body. */
export function done<S extends number>(status: S, result: Result<unknown>): Result<{ status: S }> {
  return result.ok ? ok({ status }) : result;
}
