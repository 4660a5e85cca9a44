import { expect, test } from 'vitest';
import { reachableFrom } from './reachable-from.ts';

test.each([
  ['https://hooks.example.com/hooks/x', 'public', 'anywhere'],
  ['https://93.184.216.34/hooks/x', 'public', 'anywhere'],
  ['http://hooks.example.com/hooks/x', 'local', 'network'],
  ['http://localhost:4102/hooks/x', 'local', 'machine'],
  ['http://app.localhost/hooks/x', 'public', 'machine'],
  ['http://127.0.0.1:3000/hooks/x', 'public', 'machine'],
  ['http://[::1]:3000/hooks/x', 'public', 'machine'],
  ['http://192.168.1.20:3000/hooks/x', 'public', 'network'],
  ['http://100.64.0.9/hooks/x', 'public', 'network'],
  ['http://[fd00::1]/hooks/x', 'public', 'network'],
  ['http://printer.local/hooks/x', 'public', 'network'],
  ['http://hookline:3000/hooks/x', 'public', 'network'],
] as const)('%s, told %s, is reached from %s', (url, told, from) => {
  expect(reachableFrom(url, told)).toBe(from);
});
