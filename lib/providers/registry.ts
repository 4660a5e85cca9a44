import { type Problem, problem } from '#lib/core/errors.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { noSettings, timedProviderSettings } from '#lib/core/verification/config.ts';
import type { HmacScheme, Scheme } from '#lib/core/verification/scheme.ts';
import type { VerificationPlan } from '#lib/core/verification/types.ts';
import { compileCheck } from '#lib/core/verification/verify.ts';
import { bitbucket } from './bitbucket.ts';
import {
  type BuiltInScheme,
  builtInSchemes,
  type SettingProblem,
  settingProblems,
} from './built-in.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import type { Provider } from './provider.ts';
import { shopify } from './shopify.ts';
import { slack } from './slack.ts';
import { standardWebhooks } from './standard-webhooks.ts';
import { stripe } from './stripe.ts';
import { svix } from './svix.ts';

/** In the order the picker shows them. */
export const providerList: readonly Provider[] = [
  github,
  gitlab,
  bitbucket,
  stripe,
  slack,
  shopify,
  standardWebhooks,
  svix,
];

export function providerById(id: string): Provider | undefined {
  return providerList.find((provider) => provider.id === id);
}

/** Every id that `verification.scheme` may have. */
export function supportedSchemes(): string[] {
  return [...Object.keys(builtInSchemes), ...providerList.map((provider) => provider.id)];
}

/** `scheme` and its settings, without secrets: `verification` of an endpoint's configuration. */
export type PlanConfig = { readonly scheme: string; readonly [setting: string]: unknown };

/**
 * Compiles an endpoint's verification: all that can be worked out before a request comes. Keep the
 * plan as long as the configuration stands; it holds the keys derived from live secrets.
 * Fails with `invalid_value`, `errors[].field` under `verification`.
 */
export function planFor(config: PlanConfig): Result<VerificationPlan> {
  const { scheme, ...settings } = config;
  const given = withoutUndefined(settings);
  const builtIn = Object.hasOwn(builtInSchemes, scheme) ? builtInSchemes[scheme] : undefined;
  if (builtIn) return builtInPlan(scheme, builtIn, given);
  const provider = providerById(scheme);
  if (!provider) return unknownScheme(scheme);
  const row = providerScheme(provider, given);
  if (!row.ok) return invalidSettings(provider.label, row.error);
  return ok({
    scheme,
    label: provider.label,
    row: row.value,
    needsSecret: true,
    hasConfirmedId: provider.hasConfirmedId,
    event: provider.event,
    handshake: provider.handshake ?? null,
    handshakeMethods: provider.handshakeMethods,
    check: compileCheck(row.value, { scheme, label: provider.label }),
  });
}

function builtInPlan(
  scheme: string,
  { label, read }: BuiltInScheme,
  settings: object,
): Result<VerificationPlan> {
  const row = read(settings);
  if (!row.ok) return invalidSettings(scheme, row.error);
  return ok({
    scheme,
    label,
    row: row.value,
    needsSecret: row.value.kind !== 'none',
    hasConfirmedId: false,
    event: null,
    handshake: null,
    handshakeMethods: [],
    check: compileCheck(row.value, { scheme, label }),
  });
}

function providerScheme(provider: Provider, settings: object): Result<Scheme, SettingProblem[]> {
  const { scheme } = provider;
  const timed = scheme.kind === 'hmac' && scheme.timestamp !== undefined;
  const parsed = (timed ? timedProviderSettings : noSettings).safeParse(settings);
  if (!parsed.success) return err(settingProblems(parsed.error));
  const tolerance = 'toleranceSeconds' in parsed.data ? parsed.data.toleranceSeconds : undefined;
  return ok(timed && tolerance !== undefined ? withTolerance(scheme, tolerance) : scheme);
}

function withTolerance(scheme: HmacScheme, toleranceSeconds: number): HmacScheme {
  return scheme.timestamp
    ? { ...scheme, timestamp: { ...scheme.timestamp, toleranceSeconds } }
    : scheme;
}

function unknownScheme(scheme: string): { ok: false; error: Problem } {
  const shown = JSON.stringify(scheme.slice(0, 60));
  const detail = `${shown} is not a verification scheme of this version. Use one of: ${supportedSchemes().join(', ')}.`;
  return err(problem('invalid_value', detail, [{ field: 'verification.scheme', message: detail }]));
}

function invalidSettings(label: string, problems: SettingProblem[]): { ok: false; error: Problem } {
  const errors = problems.map(({ field, message }) => ({
    field: field === '' ? 'verification' : `verification.${field}`,
    message,
  }));
  const first = errors[0];
  return err(
    problem(
      'invalid_value',
      `The verification settings for ${label} don't fit. ${first ? `${first.field}: ${first.message}` : ''}`.trim(),
      errors,
    ),
  );
}

function withoutUndefined(settings: object): object {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
