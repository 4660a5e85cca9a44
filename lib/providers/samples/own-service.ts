import type { MakeSample } from './sample.ts';

/** Of a service of one's own: event type and id where Hookline looks for them unasked. */
export const ownServiceSample: MakeSample = ({ id, at }) => ({
  headers: [['user-agent', 'Hookline test delivery']],
  body: {
    event_id: id,
    event_type: 'order.created',
    created_at: at.toISOString(),
    data: {
      order_id: 'A-1001',
      status: 'paid',
      total: 42,
      customer_email: 'customer@example.com',
      note: 'Test delivery from Hookline',
    },
  },
});
