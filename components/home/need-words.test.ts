import { describe, expect, test } from 'vitest';
import { textIn } from '#lib/i18n/text-in.ts';
import { type Need, needWords } from './need-words.ts';

const id = '01a20e19-51a4-7468-89e0-0754187b0ebf';
const at = Date.parse('2026-11-24T06:02:00Z');
const name = 'Shopify orders';
const ofEndpoint = { endpointId: id, name };
const ofWorkflow = { workflowId: id, name };
const needs: Need[] = [
  { kind: 'endpoint_rejecting', ...ofEndpoint, count: 181, since: at, reason: 'bad_signature' },
  { kind: 'endpoint_rejecting', ...ofEndpoint, count: 1, since: null, reason: 'brand_new' },
  { kind: 'endpoint_refused', ...ofEndpoint, count: 1, reason: 'bad_signature' },
  { kind: 'workflow_failing', ...ofWorkflow, failed: 12, of: 40, runId: id, message: '401' },
  { kind: 'workflow_failing', ...ofWorkflow, failed: 1, of: 1, runId: id, message: '' },
  { kind: 'workflow_paused', ...ofWorkflow, waiting: 1, more: false, since: at },
  { kind: 'workflow_paused', ...ofWorkflow, waiting: 1000, more: true, since: at },
  { kind: 'endpoint_unheard', ...ofEndpoint, count: 2 },
  { kind: 'endpoint_expiring', ...ofEndpoint, at },
  { kind: 'secrets_expiring', ...ofEndpoint, at },
  { kind: 'token_expiring', name, at },
];
const words = (need: Need, locale: 'en' | 'ja') =>
  needWords(need, { text: textIn(locale), clock: { locale, zone: 'Asia/Tokyo' } });

describe.each(['en', 'ja'] as const)('needWords in %s', (locale) => {
  test.each(needs)(
    '$kind names whom it is about, fills every place and leads somewhere',
    (need) => {
      const { title, lead, action, href } = words(need, locale);
      expect(title).toContain(name);
      expect(`${title} ${lead} ${action}`).not.toMatch(/[{}]|undefined/);
      expect(href).toMatch(/^\//);
    },
  );
});

test('times are the reader’s, numbers have their thousands, and a reason is said in words', () => {
  const [rejecting, , refused, failing, , , many] = needs as [
    Need,
    Need,
    Need,
    Need,
    Need,
    Need,
    Need,
  ];
  expect(words(rejecting, 'en').title).toBe(
    'Shopify orders has refused everything since 24 Nov, 15:02',
  );
  expect(words(rejecting, 'en').lead).toMatch(/^181 requests\. The signature/);
  expect(words(refused, 'en')).toMatchObject({
    title: 'Shopify orders refused 1 request in the last 24 hours',
    lead: expect.stringContaining('signature'),
    href: `/endpoints/${id}?outcome=rejected`,
  });
  expect(words(failing, 'en').title).toBe('Shopify orders failed 12 of its last 40 runs');
  expect(words(many, 'en').title).toContain('more than 1,000 requests wait');
});
