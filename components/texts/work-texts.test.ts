import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { workScreens } from '#lib/i18n/en/work-screens.ts';

const screens = [
  'components/editor/',
  'components/endpoints/pane/',
  'components/setup/',
  'components/versions/',
  // A server's page knows all texts.
  'app/',
];
const subjects = [...new Set(Object.keys(workScreens).map((key) => key.split('.')[0]))];
const named = new RegExp(`['"\`](?:${subjects.join('|')})\\.[\\w$]`);

test('texts of the work screens are said there only: other pages do not have them', () => {
  const files = globSync('{app,components}/**/*.{ts,tsx}');
  expect(files.length).toBeGreaterThan(300);
  const others = files.filter((file) => !screens.some((screen) => file.startsWith(screen)));
  const saying = others.filter((file) => named.test(readFileSync(file, 'utf8')));
  expect(saying).toEqual([]);
});
