/** Why the door refused a request. The closed list of the public contract; stored as `reason`. */
export const refusalStatus = {
  missing_signature: 401,
  bad_signature: 401,
  stale_timestamp: 401,
  missing_credentials: 401,
  bad_credentials: 401,
  replayed: 401,
  ip_not_allowed: 403,
  method_not_allowed: 405,
  endpoint_expired: 410,
  body_too_large: 413,
  unsupported_encoding: 415,
  invalid_body: 400,
  bad_encoding: 400,
  schema_mismatch: 422,
  rate_limited: 429,
  loop_detected: 508,
  endpoint_disabled: 503,
  overloaded: 503,
} as const;
export type RefusalReason = keyof typeof refusalStatus;

/** The one table that turns an error code into an HTTP status. */
export const statusByCode = {
  ...refusalStatus,
  unknown_field: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  revision_conflict: 409,
  endpoint_in_use: 409,
  no_live_workflow: 409,
  gone: 410,
  invalid_graph: 422,
  invalid_expression: 422,
  invalid_value: 422,
  internal: 500,
} as const;
export type ErrorCode = keyof typeof statusByCode;

export type FieldProblem = {
  /** Set where the problem belongs to a node of a graph. */
  nodeId?: string;
  /** Dotted path inside the body or the node's settings, e.g. `verification.secrets.0`. */
  field?: string;
  message: string;
};

/** An expected failure, ready for `application/problem+json`. `detail` says what to do. */
export type Problem = {
  code: ErrorCode;
  detail: string;
  errors?: FieldProblem[];
};

export function problem(code: ErrorCode, detail: string, errors?: FieldProblem[]): Problem {
  return errors ? { code, detail, errors } : { code, detail };
}
