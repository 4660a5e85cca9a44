import { encode } from 'next-auth/jwt';
import { expect, test } from 'vitest';
import { PasswordHasher } from './password-hasher.ts';
import { readSessionCookie } from './read-session-cookie.ts';

const secret = 'a key for sessions';

test('a password is known again and nothing else passes, least of all nobody’s', async () => {
  const hasher = new PasswordHasher();
  const hash = await hasher.hash('correct horse');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await hasher.verify(hash, 'correct horse')).toBe(true);
  expect(await hasher.verify(hash, 'correct horse ')).toBe(false);
  expect(await hasher.verify(undefined, 'nobody has this password')).toBe(false);
});

test('a storm of sign-ins is worked on a few at a time, and past a queue it is turned away', async () => {
  const hasher = new PasswordHasher({ atOnce: 2, waiting: 3 });
  const storm = await Promise.all(Array.from({ length: 8 }, () => hasher.hash('x')));
  expect(storm.filter((hash) => hash === undefined)).toHaveLength(3);
  expect(await hasher.hash('x')).toBeDefined();
});

test('a session is read from its own cookie, signed with our key, of the right kind', async () => {
  const token = await encode({ token: { sub: 'user-1', version: 3 }, secret });
  const cookie = `other=1; hookline.session=${token}; x=y`;
  const claims = { userId: 'user-1', version: 3 };
  expect(await readSessionCookie(cookie, { secure: false, secret })).toEqual(claims);
  expect(await readSessionCookie(cookie, { secure: true, secret })).toBeUndefined();
  const secure = `__Secure-hookline.session=${token}`;
  expect(await readSessionCookie(secure, { secure: true, secret })).toEqual(claims);
  expect(await readSessionCookie(cookie, { secure: false, secret: 'another' })).toBeUndefined();
  expect(await readSessionCookie(null, { secure: false, secret })).toBeUndefined();
  const noVersion = await encode({ token: { sub: 'user-1' }, secret });
  const old = `hookline.session=${noVersion}`;
  expect(await readSessionCookie(old, { secure: false, secret })).toBeUndefined();
  const ended = await encode({ token: { sub: 'user-1', version: 3 }, secret, maxAge: -60 });
  const late = `hookline.session=${ended}`;
  expect(await readSessionCookie(late, { secure: false, secret })).toBeUndefined();
});
