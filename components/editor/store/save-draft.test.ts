import { expect, test } from 'vitest';
import type { GraphDocument } from '#lib/core/graph/document.ts';
import type { SaveOutcome } from './autosave.ts';
import { savesDraft } from './save-draft.ts';

const named = (name: string, endpointIds?: string[]): GraphDocument => ({
  schema: 1,
  nodes: [
    {
      id: 'hook',
      type: 'webhook',
      name,
      position: { x: 0, y: 0 },
      settings: endpointIds ? { endpointIds } : {},
    },
  ],
  edges: [],
});

/** A server that keeps a draft, and whose answers can be lost before or after it was stored. */
class Server {
  graph = named('start', ['e1']);
  revision = 1;
  lose: 'nothing' | 'request' | 'answer' = 'nothing';

  readonly save = savesDraft({
    put: async (graph, baseRevision) => this.put(graph, baseRevision),
    read: async () => ({ graph: this.graph, revision: this.revision }),
  });

  put(graph: GraphDocument, baseRevision: number): SaveOutcome {
    if (this.lose === 'request') return { kind: 'unreachable' };
    if (baseRevision !== this.revision) return { kind: 'conflict' };
    this.graph = named(graph.nodes[0]?.name ?? '', ['e1']);
    this.revision += 1;
    if (this.lose === 'answer') return { kind: 'unreachable' };
    return {
      kind: 'saved',
      draft: { graph: this.graph, revision: this.revision, endpoints: [], problems: [] },
    };
  }
}

test('a save whose answer was lost is no conflict when it is tried again', async () => {
  const server = new Server();
  server.lose = 'answer';
  expect(await server.save(named('mine'), 1)).toEqual({ kind: 'unreachable' });
  server.lose = 'nothing';
  expect(await server.save(named('mine'), 1)).toMatchObject({ kind: 'saved' });
});

test('edits made since the lost answer are saved on top of it', async () => {
  const server = new Server();
  server.lose = 'answer';
  await server.save(named('mine'), 1);
  server.lose = 'request';
  await server.save(named('mine, longer'), 1);
  server.lose = 'nothing';
  expect(await server.save(named('mine, longest'), 1)).toMatchObject({ kind: 'saved' });
  expect(server.graph.nodes[0]?.name).toBe('mine, longest');
});

test('what somebody else saved meanwhile stays, and is a conflict', async () => {
  const server = new Server();
  server.lose = 'request';
  await server.save(named('mine'), 1);
  server.lose = 'nothing';
  server.put(named('theirs'), 1);
  expect(await server.save(named('mine'), 1)).toEqual({ kind: 'conflict' });
  expect(server.graph.nodes[0]?.name).toBe('theirs');
});
