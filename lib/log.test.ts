import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

function linesOf(calls: string): Record<string, unknown>[] {
  const script = `import { createLog } from '#lib/log.ts'; const log = createLog('info'); ${calls}`;
  const text = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

test('lines written just before the process ends are not lost', () => {
  const lines = linesOf(
    `for (let n = 0; n < 500; n += 1) log.info('counted', { n }); process.exit(0);`,
  );
  expect(lines).toHaveLength(500);
  expect(lines[499]).toMatchObject({ level: 'info', event: 'counted', n: 499 });
});

test('a field that is named like a secret is hidden, one level down as well', () => {
  const [line] = linesOf(
    `log.info('oops', { token: 'abc', user: { password: 'abc', id: 1 }, status: 200 });`,
  );
  expect(line).toMatchObject({ token: '[hidden]', user: { password: '[hidden]', id: 1 } });
  expect(line).toMatchObject({ status: 200 });
});
