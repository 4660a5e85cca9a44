import { constantTimeEqual } from '#lib/core/constant-time.ts';
import { headerValue } from '#lib/core/request/header-value.ts';
import type { TokenScheme } from './scheme.ts';
import { hasOuterSpace, nameSecret, nameSecrets } from './secret-text.ts';
import type { LiveSecret, VerificationInput, VerificationResult } from './types.ts';

type Names = { scheme: string; label: string };

/** What was shown: bytes to compare, nothing at all, or something of another form. */
type Shown = { bytes: Buffer } | { absent: string } | { malformed: string };

/** Checks a secret that the sender shows. */
export class TokenCheck {
  readonly #place: TokenScheme['place'];
  readonly #names: Names;

  constructor(scheme: TokenScheme, names: Names) {
    this.#place = scheme.place;
    this.#names = names;
  }

  check(input: VerificationInput): VerificationResult {
    const secrets = input.secrets.filter((secret) => secret.value !== '');
    if (secrets.length === 0) {
      return this.#fail(
        'bad_credentials',
        'The endpoint has no live secret to compare with. Add one.',
      );
    }
    const shown = readShown(this.#place, input.request);
    if ('absent' in shown) return this.#fail('missing_credentials', shown.absent);
    if ('malformed' in shown) return this.#fail('bad_credentials', shown.malformed);
    for (const secret of secrets) {
      if (constantTimeEqual(shown.bytes, Buffer.from(secret.value, 'utf8'))) {
        return this.#pass(secret);
      }
    }
    const space = secrets.some((secret) => hasOuterSpace(secret.value))
      ? ' A secret starts or ends with white space: it may have been pasted with a line end.'
      : '';
    return this.#fail(
      'bad_credentials',
      `What came in ${placeName(this.#place)} is not ${nameSecrets(secrets)}.${space}`,
    );
  }

  #pass(secret: LiveSecret): VerificationResult {
    return {
      status: 'authenticated',
      scheme: this.#names.scheme,
      detail: `What came in ${placeName(this.#place)} is ${nameSecret(secret)}. The body is not signed.`,
      secretId: secret.id,
    };
  }

  #fail(reason: 'missing_credentials' | 'bad_credentials', detail: string): VerificationResult {
    return { status: 'failed', scheme: this.#names.scheme, detail, reason };
  }
}

export function placeName(place: TokenScheme['place']): string {
  if (place.in === 'header') return `the header ${place.name}`;
  if (place.in === 'query') return `the query parameter ${place.parameter}`;
  return 'the header authorization';
}

function readShown(place: TokenScheme['place'], request: VerificationInput['request']): Shown {
  if (place.in === 'query') return fromQuery(place.parameter, request.query);
  const name = place.in === 'header' ? place.name : 'authorization';
  const value = headerValue(request.headers, name);
  if (!value) return { absent: `The header ${name} did not come.` };
  if (place.in === 'header') return fromHeader(place, value);
  return place.in === 'bearer' ? fromBearer(value) : fromBasic(value);
}

function fromHeader(place: { name: string; prefix: string }, value: string): Shown {
  if (!value.startsWith(place.prefix)) {
    return {
      malformed: `The header ${place.name} does not start with ${JSON.stringify(place.prefix)}.`,
    };
  }
  return { bytes: headerBytes(value.slice(place.prefix.length)) };
}

function fromBearer(value: string): Shown {
  const token = /^Bearer +(.+)$/is.exec(value)?.[1];
  return token === undefined
    ? { absent: 'The header authorization came, but holds no bearer token.' }
    : { bytes: headerBytes(token) };
}

function fromBasic(value: string): Shown {
  const credentials = /^Basic +(.+)$/is.exec(value)?.[1];
  if (credentials === undefined) {
    return { absent: 'The header authorization came, but not as Basic.' };
  }
  // Buffer.from skips what isn't base64, so that two texts could stand for one password.
  return /^[A-Za-z0-9+/]+={0,2}$/.test(credentials)
    ? { bytes: Buffer.from(credentials, 'base64') }
    : { malformed: 'The credentials in authorization are not base64.' };
}

function fromQuery(parameter: string, query: string): Shown {
  const values = new URLSearchParams(query).getAll(parameter);
  if (values.length > 1) {
    return { malformed: `The query parameter ${parameter} came ${values.length} times.` };
  }
  return values[0]
    ? { bytes: Buffer.from(values[0], 'utf8') }
    : { absent: `The query parameter ${parameter} did not come.` };
}

/** Header values reach us with one character per byte; one that can't have is taken as text. */
function headerBytes(value: string): Buffer {
  return Buffer.from(value, /^[\0-\xff]*$/.test(value) ? 'latin1' : 'utf8');
}
