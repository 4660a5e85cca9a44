import { type MakeSample, plainId } from './sample.ts';

/** `brand`: what the names of its headers begin with. */
export function standardWebhooksSample(brand: string): MakeSample {
  return (fresh) => ({
    headers: [[`${brand}-id`, `msg_${plainId(fresh)}`]],
    body: {
      type: 'invoice.paid',
      timestamp: fresh.at.toISOString(),
      data: {
        id: 'inv_1001',
        amount: 4200,
        currency: 'EUR',
        customer: { name: 'Hookline Test', email: 'customer@example.com' },
        note: 'Test delivery from Hookline',
      },
    },
  });
}
