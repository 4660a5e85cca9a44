import { request as httpRequest, type IncomingMessage } from 'node:http';
import { expect, test } from '@playwright/test';
import { call } from './support/api.ts';
import { mika, signIn } from './support/people.ts';

/** As Java's client sends each request by default: it offers HTTP/2, and takes a no. */
function postOfferingHttp2(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      connection: 'Upgrade, HTTP2-Settings',
      upgrade: 'h2c',
      'http2-settings': 'AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA',
    };
    const request = httpRequest(url, { method: 'POST', headers, agent: false });
    request.on('response', (response: IncomingMessage) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject);
    request.end('{}');
  });
}

test('a delivery that offers HTTP/2 is taken as any other, also once pages were looked at', async ({
  page,
}) => {
  await signIn(page, mika);
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible();
  const { url } = await call<{ url: string }>(page, 'POST /api/v1/endpoints', { name: 'Offered' });
  expect(await postOfferingHttp2(url)).toBe(202);
});
