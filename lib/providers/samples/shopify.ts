import { isoSeconds, type MakeSample } from './sample.ts';

export const shopifySample: MakeSample = (fresh) => ({
  headers: [
    ['x-shopify-topic', 'orders/create'],
    ['x-shopify-shop-domain', 'hookline-test.myshopify.com'],
    ['x-shopify-webhook-id', fresh.id],
    ['x-shopify-triggered-at', fresh.at.toISOString()],
    ['x-shopify-test', 'true'],
  ],
  body: {
    id: 1001,
    name: '#1001',
    email: 'customer@example.com',
    created_at: isoSeconds(fresh),
    currency: 'EUR',
    total_price: '42.00',
    financial_status: 'paid',
    fulfillment_status: null,
    test: true,
    note: 'Test delivery from Hookline',
    customer: { id: 1, first_name: 'Hookline', last_name: 'Test', email: 'customer@example.com' },
    line_items: [{ id: 1, title: 'Example product', sku: 'EX-1', quantity: 2, price: '21.00' }],
  },
});
