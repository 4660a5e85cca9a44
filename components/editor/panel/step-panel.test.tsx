import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { QueryProvider } from '#components/api/query-provider.tsx';
import type { JsonObject } from '#lib/core/json.ts';
import { type NodeType, nodeDefinitions } from '#lib/nodes/definitions.ts';
import { EnglishTexts } from '../../texts/english-texts.tsx';
import { EnglishWork } from '../../texts/english-work.tsx';
import { createEditorStore } from '../store/create-editor-store.ts';
import { EditorProvider } from '../store/editor-store.tsx';
import { Dock } from './dock.tsx';

function dockOf(type: NodeType, settings: JsonObject = nodeDefinitions[type].defaults): string {
  const node = { id: 'step', type, name: 'My step', position: { x: 0, y: 0 }, settings };
  const door = { id: 'e1', nodeId: 'step', url: 'https://hooks.example/hooks/abc', isNew: false };
  const store = createEditorStore({
    role: 'editor',
    sampleRequestId: null,
    workflow: {
      ...{ id: 'w', name: 'W', status: 'draft', liveVersion: null, changed: true, revision: 1 },
      graph: { schema: 1, nodes: [node], edges: [] },
      endpoints: [{ ...door, urlReachable: 'public' }],
      problems: [{ nodeId: 'step', field: 'url', message: 'No URL.', severity: 'error' }],
    },
  });
  store.getState().openNode('step');
  return renderToStaticMarkup(
    <EnglishTexts>
      <EnglishWork>
        <EditorProvider store={{ ...store, getInitialState: store.getState }}>
          <QueryProvider>
            <Dock saveNow={async () => true} />
          </QueryProvider>
        </EditorProvider>
      </EnglishWork>
    </EnglishTexts>,
  );
}

describe('the settings of a step', () => {
  it.each([
    ['webhook', ['Listens to', 'Events', 'Copy webhook URL', 'https://hooks.example/hooks/abc']],
    ['filter', ['All or any', 'Everything goes on', 'Group']],
    ['switch', ['Case name', 'Add case', 'Everything goes on']],
    ['set_fields', ['Output holds', 'Field', 'Value']],
    ['http_request', ['Method', 'Send to', 'Sign in with', 'Headers', 'Query', 'Timeout']],
    ['respond', ['Status', 'Headers', 'Body']],
    ['delay', ['Days', 'Hours', 'Minutes', 'Seconds']],
    ['stop', ['End the run as', 'Message']],
  ] as const)('are fields for %s, without any JSON to write', (type, words) => {
    const markup = dockOf(type);
    expect(markup).toContain('aria-label="Node settings"');
    for (const word of words) expect(markup).toContain(word);
  });

  it('show a problem beside its field', () => {
    expect(dockOf('http_request')).toMatch(/data-field="url".*No URL\./s);
  });

  it('draw nested conditions as rows in groups', () => {
    const rows = dockOf('filter', {
      all: [
        { left: '{{body.a}}', operator: 'is_one_of', right: ['x', 'y'] },
        { any: [{ left: '{{body.b}}', operator: 'exists' }] },
      ],
    });
    expect(rows.match(/aria-label="Operator"/g)).toHaveLength(2);
    expect(rows).toContain('Remove y');
  });

  it('say that an empty any lets nothing through', () => {
    expect(dockOf('filter', { any: [] })).toContain('Nothing goes on');
  });
});
