import { expect, test, vi } from 'vitest';
import type { ApiAnswer } from '../../../api/call-api.ts';
import { draftOf, type Endpoint } from '../../endpoint-draft.ts';
import { draftProblems } from './draft-problems.ts';
import { saveEndpoint } from './save-endpoint.ts';

const base: Endpoint = {
  id: '0199a000-0000-7000-8000-000000000001',
  name: 'Sender',
  url: 'https://hooks.example/hooks/token',
  urlReachable: 'public',
  previousUrls: [],
  revision: 4,
  expiresAt: null,
  createdAt: '2026-11-24T00:00:00.000Z',
  metadata: {},
  triggers: [],
  enabled: true,
  methods: ['POST'],
  verification: { scheme: 'none', secrets: [] },
  ipAllow: [],
  rateLimit: null,
  maxBodyBytes: 10_485_760,
  event: { type: null, id: null },
  dedupe: { from: 'off', windowSeconds: 86_400 },
  schema: null,
  response: { status: 202, headers: {}, body: null, waitSeconds: 10 },
};
const draft = { ...draftOf(base), name: 'Mine' };
const yes = (endpoint: Endpoint): ApiAnswer<Endpoint> => ({
  ok: true,
  status: 200,
  body: endpoint,
});
const no = (code: string): ApiAnswer<Endpoint> => ({
  ok: false,
  failure: { kind: 'refused', status: 409, code, detail: '', errors: [] },
});

test('a save sends only what changed, on the revision the person saw', async () => {
  const patch = vi.fn(async () => yes({ ...base, name: 'Mine', revision: 5 }));
  const saved = await saveEndpoint({ patch, read: vi.fn() }, { base, draft, newSecret: '' });
  expect(patch).toHaveBeenCalledWith({ name: 'Mine', baseRevision: 4 });
  expect(saved).toMatchObject({ kind: 'saved', endpoint: { revision: 5 } });
});

test('what somebody else changed elsewhere stays, and the save goes on top of it', async () => {
  const latest = { ...base, methods: ['PUT'], revision: 9 };
  const patch = vi
    .fn<(body: object) => Promise<ApiAnswer<Endpoint>>>()
    .mockResolvedValueOnce(no('revision_conflict'))
    .mockResolvedValueOnce(yes({ ...latest, name: 'Mine', revision: 10 }));
  const saved = await saveEndpoint(
    { patch, read: async () => yes(latest) },
    { base, draft, newSecret: '' },
  );
  expect(patch.mock.lastCall).toEqual([{ name: 'Mine', baseRevision: 9 }]);
  expect(saved.kind).toBe('saved');
});

test('where both changed the same section nothing is saved and the person is asked', async () => {
  const latest = { ...base, name: 'Theirs', methods: ['PUT'], revision: 9 };
  const patch = vi.fn(async () => no('revision_conflict'));
  const saved = await saveEndpoint(
    { patch, read: async () => yes(latest) },
    { base, draft, newSecret: '' },
  );
  expect(patch).toHaveBeenCalledOnce();
  expect(saved).toMatchObject({
    kind: 'conflict',
    sections: ['name'],
    draft: { name: 'Mine', methods: ['PUT'] },
  });
});

test('an endpoint that changes without end is given up on, not tried forever', async () => {
  const patch = vi.fn(async () => no('revision_conflict'));
  const read = async () => yes({ ...base, revision: 9 });
  const saved = await saveEndpoint({ patch, read }, { base, draft, newSecret: '' });
  expect(patch).toHaveBeenCalledTimes(3);
  expect(saved.kind).toBe('failed');
});

test('a newly chosen scheme goes with its secret in one save', async () => {
  const patch = vi.fn(async () => yes(base));
  const verification = { scheme: 'bearer' };
  await saveEndpoint(
    { patch, read: vi.fn() },
    { base, draft: { ...draftOf(base), verification }, newSecret: 'a-secret' },
  );
  expect(patch).toHaveBeenCalledWith({
    verification: { scheme: 'bearer', secrets: ['a-secret'] },
    baseRevision: 4,
  });
});

test('what can’t be saved is said before asking the server', () => {
  expect(draftProblems(draftOf(base), [])).toEqual([]);
  const wrong = {
    ...draftOf(base),
    name: ' ',
    methods: [],
    rateLimit: { perSecond: 0, burst: 1.5 },
    maxBodyBytes: Number.NaN,
    event: { type: 'header:', id: null },
    dedupe: { from: 'body:', windowSeconds: 0 },
    response: { status: 42, headers: { '': 'x' }, body: null, waitSeconds: 26 },
  };
  expect(draftProblems(wrong, ['schema']).map(({ field }) => field)).toEqual([
    'name',
    'methods',
    'rateLimit.perSecond',
    'rateLimit.burst',
    'maxBodyBytes',
    'event.type',
    'dedupe.from',
    'dedupe.windowSeconds',
    'response.status',
    'response.waitSeconds',
    'response.headers',
    'schema',
  ]);
});
