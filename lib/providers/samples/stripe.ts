import { type MakeSample, plainId, unixSeconds } from './sample.ts';

export const stripeSample: MakeSample = (fresh) => ({
  headers: [['user-agent', 'Stripe/1.0 (+https://stripe.com/docs/webhooks)']],
  body: {
    id: `evt_${plainId(fresh)}`,
    object: 'event',
    created: unixSeconds(fresh),
    livemode: false,
    pending_webhooks: 1,
    type: 'payment_intent.succeeded',
    data: {
      object: {
        id: `pi_${plainId(fresh)}`,
        object: 'payment_intent',
        amount: 2000,
        amount_received: 2000,
        currency: 'eur',
        status: 'succeeded',
        description: 'Test delivery from Hookline',
        receipt_email: 'customer@example.com',
        metadata: { order: 'A-1001' },
        created: unixSeconds(fresh),
        livemode: false,
      },
    },
  },
});
