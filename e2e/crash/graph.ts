/** Hook, filter, and two calls one after the other: between them a crash must not repeat the first. */
export function crashGraph(endpointId: string, receiverPort: number): object {
  const position = { x: 0, y: 0 };
  const call = (id: string) => ({
    id,
    type: 'http_request',
    name: id,
    position,
    settings: { method: 'POST', url: `http://127.0.0.1:${receiverPort}/${id}` },
  });
  const edge = (node: string, port: string, to: string) => ({
    id: `${node}-${to}`,
    from: { node, port },
    to: { node: to, port: 'in' },
  });
  return {
    schema: 1,
    nodes: [
      {
        id: 'hook',
        type: 'webhook',
        name: 'hook',
        position,
        settings: { endpointIds: [endpointId] },
      },
      {
        id: 'urgent',
        type: 'filter',
        name: 'urgent',
        position,
        settings: { all: [{ left: '{{body.data.priority}}', operator: 'equals', right: 'high' }] },
      },
      call('first'),
      call('second'),
    ],
    edges: [
      edge('hook', 'out', 'urgent'),
      edge('urgent', 'match', 'first'),
      edge('first', 'ok', 'second'),
    ],
  };
}
