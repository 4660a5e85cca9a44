import { expect, test } from 'vitest';
import { textIn } from '#lib/i18n/text-in.ts';
import { nodeDefinitions } from '#lib/nodes/definitions.ts';
import { portLabel, portName, stepTypeHelp, stepTypeName } from './step-words.ts';

const [en, ja] = [textIn('en'), textIn('ja')];

test('in English the screens and the API call every type the same', () => {
  for (const { type, label, help } of Object.values(nodeDefinitions)) {
    expect(stepTypeName(type, en)).toBe(label);
    expect(stepTypeHelp(type, en)).toBe(help);
  }
});

test('every output has a name in Japanese, a case of a switch its own', () => {
  for (const { type, outputs, defaults } of Object.values(nodeDefinitions)) {
    for (const port of outputs(defaults)) {
      const name = portLabel({ settings: defaults }, port, ja);
      expect(name, `${type} ${port}`).not.toBe(port);
    }
  }
  const settings = { cases: [{ id: 'case_1', name: 'Big' }] };
  expect(portLabel({ settings }, 'case_1', ja)).toBe('Big');
  expect(portName('otherwise', ja)).toBe('それ以外');
});

test('a type that is not known goes by its own word', () => {
  expect(stepTypeName('teleport', ja)).toBe('teleport');
});
