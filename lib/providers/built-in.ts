import type { z } from 'zod';
import { err, ok, type Result } from '#lib/core/result.ts';
import {
  type HmacSettings,
  headerTokenSettings,
  hmacSettings,
  noSettings,
  queryTokenSettings,
} from '#lib/core/verification/config.ts';
import { parseMessage } from '#lib/core/verification/message.ts';
import type { HmacScheme, Scheme, TokenScheme } from '#lib/core/verification/scheme.ts';

/** A problem with one setting; `field` stands under `verification`. */
export type SettingProblem = { field: string; message: string };

/** A scheme that no sender owns: its settings, and the row they come to. */
export type BuiltInScheme = {
  readonly label: string;
  readonly read: (settings: object) => Result<Scheme, SettingProblem[]>;
};

export const builtInSchemes: Readonly<Record<string, BuiltInScheme>> = {
  none: builtIn('no check', noSettings, () => ok({ kind: 'none' })),
  hmac: builtIn('this endpoint', hmacSettings, hmacRow),
  bearer: builtIn('bearer token', noSettings, () => token({ in: 'bearer' })),
  basic: builtIn('basic authentication', noSettings, () => token({ in: 'basic' })),
  header_token: builtIn('header token', headerTokenSettings, ({ header, prefix }) =>
    token({ in: 'header', name: header.toLowerCase(), prefix }),
  ),
  query_token: builtIn('query token', queryTokenSettings, ({ parameter }) =>
    token({ in: 'query', parameter }),
  ),
};

function token(place: TokenScheme['place']): Result<Scheme, SettingProblem[]> {
  return ok({ kind: 'token', place });
}

function builtIn<S extends z.ZodType>(
  label: string,
  schema: S,
  row: (settings: z.infer<S>) => Result<Scheme, SettingProblem[]>,
): BuiltInScheme {
  return {
    label,
    read: (settings) => {
      const parsed = schema.safeParse(settings);
      return parsed.success ? row(parsed.data) : err(settingProblems(parsed.error));
    },
  };
}

export function settingProblems(error: z.ZodError): SettingProblem[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ field: key, message: `This scheme has no setting ${key}.` }))
      : [{ field: issue.path.join('.'), message: issue.message }],
  );
}

function hmacRow(settings: HmacSettings): Result<HmacScheme, SettingProblem[]> {
  const message = parseMessage(settings.signed);
  if (!message.ok) return err([{ field: 'signed', message: message.error }]);
  const { timestampHeader, toleranceSeconds } = settings;
  if (timestampHeader === undefined) {
    if (message.value.includes('timestamp')) {
      return err([
        { field: 'timestampHeader', message: 'Name the header that {timestamp} comes from.' },
      ]);
    }
    if (toleranceSeconds !== undefined) {
      return err([
        { field: 'timestampHeader', message: 'A tolerance needs the header of the timestamp.' },
      ]);
    }
  }
  return ok({
    kind: 'hmac',
    algorithm: settings.algorithm,
    encoding: settings.encoding,
    key: settings.secretEncoding,
    signature: {
      headers: [settings.header.toLowerCase()],
      prefix: settings.prefix,
      format: { kind: 'single' },
    },
    message: message.value,
    ...(timestampHeader === undefined
      ? {}
      : {
          timestamp: {
            from: { header: [timestampHeader.toLowerCase()] },
            unit: 'auto',
            toleranceSeconds: toleranceSeconds ?? null,
            window: 'both',
          },
        }),
  });
}
