import { expect, test } from 'vitest';
import { textIn } from '#lib/i18n/text-in.ts';
import { whyOf } from './run-why.ts';

const text = textIn('en');
const step = (name: string, status: string) => ({ nodeId: name, name, status, ms: 1 });
const error = { code: 'http_status', message: 'It answered 404.' };

test('a failed run tells its failing step with the reason, or the reason alone', () => {
  const steps = [step('Look up', 'succeeded'), step('Notify', 'failed')];
  expect(whyOf({ status: 'failed', steps, error }, text)).toBe('Notify: It answered 404.');
  expect(whyOf({ status: 'failed', steps: [], error }, text)).toBe('It answered 404.');
});

test('a filtered run tells which step stopped it', () => {
  const steps = [step('Look up', 'succeeded'), step('Paid only', 'filtered')];
  expect(whyOf({ status: 'filtered', steps, error: null }, text)).toBe('Stopped by “Paid only”');
  expect(whyOf({ status: 'filtered', steps: [], error: null }, text)).toBe('');
});

test('a waiting run tells where it waits, one that went well tells nothing', () => {
  const steps = [step('Pause', 'waiting')];
  expect(whyOf({ status: 'waiting', steps, error: null }, text)).toBe('Waits at “Pause”');
  expect(whyOf({ status: 'succeeded', steps, error: null }, text)).toBe('');
});
