import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changedSections,
  draftOf,
  type Endpoint,
  type EndpointDraft,
  patchOf,
  rebase,
  sectionOf,
} from './endpoint-draft.ts';

const endpoint: Endpoint = {
  id: '0192f3a0-0000-7000-8000-000000000001',
  name: 'Stripe',
  url: 'http://localhost/hooks/x',
  urlReachable: 'local',
  previousUrls: [],
  revision: 3,
  expiresAt: null,
  createdAt: '2026-11-24T09:00:00.000Z',
  metadata: { team: 'payments' },
  triggers: [],
  enabled: true,
  methods: ['POST'],
  verification: {
    scheme: 'stripe',
    secrets: [{ id: 's', hint: '…9fQ2', createdAt: '2026-11-24T09:00:00.000Z', expiresAt: null }],
  },
  ipAllow: [],
  rateLimit: null,
  maxBodyBytes: 10_485_760,
  event: { type: null, id: null },
  dedupe: { from: 'event', windowSeconds: 86_400 },
  schema: null,
  response: { status: 202, headers: {}, body: null, waitSeconds: 10 },
};
const base = draftOf(endpoint);

const edits = fc.record(
  {
    name: fc.string({ minLength: 1 }),
    enabled: fc.boolean(),
    methods: fc.subarray(['GET', 'POST', 'PUT'], { minLength: 1 }),
    ipAllow: fc.array(fc.ipV4(), { maxLength: 3 }),
    rateLimit: fc.option(fc.record({ perSecond: fc.integer({ min: 1 }), burst: fc.nat() })),
    metadata: fc.dictionary(fc.string(), fc.integer(), { maxKeys: 3 }),
    verification: fc.constantFrom<EndpointDraft['verification']>(
      { scheme: 'none' },
      { scheme: 'hmac', header: 'x-signature' },
    ),
  },
  { requiredKeys: [] },
);

test('an endpoint nobody touched has no change and nothing to save', () => {
  expect(changedSections(base, draftOf(structuredClone(endpoint)))).toEqual([]);
  expect(patchOf(base, base)).toEqual({});
});

test('saving never carries secrets, whatever changed', () => {
  const draft = { ...base, verification: { scheme: 'stripe', toleranceSeconds: 60 } };
  expect(patchOf(base, draft)).toEqual({
    verification: { scheme: 'stripe', toleranceSeconds: 60 },
  });
});

test('a value typed and typed back is no change', () => {
  fc.assert(
    fc.property(edits, (edit) => {
      const draft: EndpointDraft = { ...base, ...edit };
      expect(changedSections(base, { ...draft, ...structuredClone(base) })).toEqual([]);
    }),
  );
});

test('what is saved over what is in force gives what was on screen', () => {
  fc.assert(
    fc.property(edits, (edit) => {
      const draft = { ...base, ...edit };
      expect(changedSections({ ...base, ...patchOf(base, draft) } as EndpointDraft, draft)).toEqual(
        [],
      );
    }),
  );
});

test('a cleared setting is the same as one that was never there', () => {
  const cleared = { ...base.verification, toleranceSeconds: undefined as unknown as number };
  expect(changedSections(base, { ...base, verification: cleared })).toEqual([]);
});

test('somebody else’s save and mine both stay when they touch different sections', () => {
  fc.assert(
    fc.property(edits, (mine) => {
      const latest = { ...base, maxBodyBytes: 1_024 };
      const merged = rebase(base, { ...base, ...mine }, latest);
      expect(merged).toEqual({ draft: { ...base, ...mine, maxBodyBytes: 1_024 }, conflicts: [] });
    }),
  );
});

test('a section that both changed keeps mine and is named', () => {
  const mine = { ...base, name: 'Mine', enabled: false };
  const theirs = { ...base, name: 'Theirs', enabled: false };
  expect(rebase(base, mine, theirs)).toEqual({ draft: mine, conflicts: ['name'] });
});

test('a server’s error finds the section it belongs to', () => {
  expect(sectionOf('verification.header')).toBe('verification');
  expect(sectionOf('response.headers.x-a')).toBe('response');
  expect(sectionOf('ipAllow.0')).toBe('ipAllow');
  expect(sectionOf('nameless')).toBeUndefined();
});
