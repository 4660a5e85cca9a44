type Step = { id: string; type: string; name: string; position: object; settings: object };
type Wire = { id: string; from: object; to: object };

const rows = 15;

/** A hook with as many chains of filters, fields and calls as rows, of so many steps in all. */
export function wideGraph(steps: number): object {
  const hook = { id: 'hook', type: 'webhook', name: 'Ticket opened', settings: {} };
  const nodes: Step[] = [{ ...hook, position: { x: 0, y: (rows * 140) / 2 } }];
  const edges: Wire[] = [];
  for (let at = 0; at < steps - 1; at += 1) {
    const [row, column] = [at % rows, Math.floor(at / rows)];
    const id = `s${at}`;
    const kind = kinds[column % kinds.length] ?? kinds[0];
    const { port: _, ...step } = kind;
    const position = { x: (column + 1) * 260, y: row * 140 };
    nodes.push({ ...step, id, name: `${kind.name} ${at + 1}`, position });
    const before = kinds[(column - 1) % kinds.length];
    edges.push({
      id: `e${at}`,
      from: before ? { node: `s${at - rows}`, port: before.port } : { node: 'hook', port: 'out' },
      to: { node: id, port: 'in' },
    });
  }
  return { schema: 1, nodes, edges };
}

const call = { method: 'POST', url: 'https://desk.example/notify' };
const kinds = [
  {
    type: 'filter',
    name: 'High priority',
    settings: { all: [{ left: '{{body.data.priority}}', operator: 'equals', right: 'high' }] },
    port: 'match',
  },
  {
    type: 'set_fields',
    name: 'Ticket',
    settings: { fields: [{ path: 'ticket', value: '{{body.data.ticket_id}}' }] },
    port: 'ok',
  },
  {
    type: 'http_request',
    name: 'Tell the desk',
    settings: { ...call, body: { type: 'json', value: { ticket: '{{body.data.ticket_id}}' } } },
    port: 'ok',
  },
] as const;
