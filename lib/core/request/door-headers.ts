/** On every answer below `/hooks`, whatever it says: it shares an origin with the app. */
export const doorHeaders: readonly (readonly [name: string, value: string])[] = [
  ['content-security-policy', "sandbox; default-src 'none'"],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cache-control', 'no-store'],
];
