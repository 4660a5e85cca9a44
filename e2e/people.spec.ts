import { type BrowserContext, expect, test } from '@playwright/test';
import { expectAccessible } from './support/access.ts';
import { lena, mika, signIn } from './support/people.ts';

/** One story on one server that nobody owns when it begins: the tests build on each other. */
test.describe.configure({ mode: 'serial', timeout: 180_000 });

let ownerState: Awaited<ReturnType<BrowserContext['storageState']>>;
let inviteUrl: string;

test('who comes without the link is asked for the one-time code, and a wrong one is refused', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/start$/);
  await expect(page.getByRole('heading', { name: 'Enter the one-time code' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Code').pressSequentially('aaaa-2222');
  await expect(page.getByText('8 of 8')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('This code doesn’t fit.')).toBeVisible();
});

test('the printed link makes the owner, who then sees Home', async ({ page, context }) => {
  const link = process.env.HOOKLINE_E2E_CLAIM ?? '';
  const code = new URL(link).searchParams.get('code') ?? '';
  await page.goto('/start');
  await page.getByLabel('Code').fill(link);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page).toHaveURL(`/start?code=${code}`);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create owner' }).click();
  await expect(page.getByText('Write your name.')).toBeVisible();
  await page.getByLabel('Your name').fill('Mika Ito');
  await page.getByLabel('Email').fill(mika.email);
  await page.getByLabel('Password', { exact: true }).fill('short');
  await expect(page.getByText('7 more characters.')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(mika.password);
  await expect(page.getByText('Strong enough.')).toBeVisible();
  await page.getByLabel('Workspace').fill('Acme Operations');
  await page.getByRole('button', { name: 'Create owner' }).click();
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible();
  await expect(page.getByText('Acme Operations')).toBeVisible();
  await expectAccessible(page);
  ownerState = await context.storageState();
});

test('the link works once', async ({ page }) => {
  await page.goto(process.env.HOOKLINE_E2E_CLAIM ?? '');
  await expect(page.getByRole('heading', { name: 'This Hookline has an owner' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to sign in' }).click();
  await expect(page.getByText('to Acme Operations')).toBeVisible();
  await expectAccessible(page);
});

test('a wrong password and an unknown address read the same; the right ones lead Home', async ({
  page,
}) => {
  await signIn(page, { ...mika, password: 'wrong' });
  const refusal = page.getByText('The email or the password is wrong. Check both.');
  await expect(refusal).toBeVisible();
  await signIn(page, { email: 'nobody@acme.example', password: 'wrong' });
  await expect(refusal).toBeVisible();
  await signIn(page, mika);
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible();
  const cookies = await page.context().cookies();
  const session = cookies.find(({ name }) => name === 'hookline.session');
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: false });
});

test('signing out ends the session on this device', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, mika);
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/signin');
  await page.goto('/');
  await expect(page).toHaveURL('/signin');
  await context.close();
});

test('each endpoint’s URL can be copied from the list, and workflows show their status', async ({
  browser,
}) => {
  const context = await browser.newContext({
    storageState: ownerState,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.goto('/');
  const made = await page.evaluate(async () => {
    const response = await fetch('/api/v1/endpoints', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Helpdesk' }),
    });
    return (await response.json()) as { url: string };
  });
  await page.evaluate(() =>
    fetch('/api/v1/workflows', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Urgent tickets' }),
    }),
  );
  await page.goto('/workflows');
  await expect(page.getByRole('row', { name: /Urgent tickets/ })).toContainText('Draft');
  await expectAccessible(page);
  await page.goto('/endpoints');
  await page
    .getByRole('row', { name: /Helpdesk/ })
    .getByRole('button', { name: 'Copy webhook URL' })
    .click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(made.url);
  await expectAccessible(page);
  await context.close();
});

test('an owner invites a viewer, whose link makes the account', async ({ browser, page }) => {
  const context = await browser.newContext({ storageState: ownerState });
  const owner = await context.newPage();
  await owner.goto('/');
  inviteUrl = await owner.evaluate(async (email) => {
    const response = await fetch('/api/v1/members', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, role: 'viewer' }),
    });
    return ((await response.json()) as { inviteUrl: string }).inviteUrl;
  }, lena.email);
  await context.close();
  await page.goto(inviteUrl);
  await expect(page.getByText('Mika Ito invited you')).toBeVisible();
  await expect(page.getByText(lena.email)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Your name').fill('Lena Brandt');
  await page.getByLabel('Password', { exact: true }).fill(lena.password);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible();
  await page.goto(inviteUrl);
  await expect(page.getByRole('heading', { name: 'This invitation has ended' })).toBeVisible();
  await expectAccessible(page);
});

test('a viewer changes nothing by the API, whatever is tried with their cookie', async ({
  page,
}) => {
  await signIn(page, lena);
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible();
  const statuses = await page.evaluate(async () => {
    const id = '01900000-0000-7000-8000-000000000000';
    const calls = [
      ['POST', '/api/v1/workflows', { name: 'x' }],
      ['PUT', `/api/v1/workflows/${id}/graph`, {}],
      ['POST', `/api/v1/workflows/${id}/publish`, {}],
      ['POST', '/api/v1/endpoints', { name: 'x' }],
      ['PATCH', `/api/v1/endpoints/${id}`, { name: 'x' }],
      ['DELETE', `/api/v1/endpoints/${id}`, {}],
      ['POST', '/api/v1/tokens', { name: 'x' }],
      ['GET', '/api/v1/tokens', undefined],
      ['POST', '/api/v1/members', { email: 'x@y.example' }],
      ['PATCH', `/api/v1/members/${id}`, { role: 'owner' }],
      ['POST', '/api/v1/connections', { name: 'x', secret: { type: 'bearer', token: 'x' } }],
      ['GET', '/api/v1/audit', undefined],
    ] as const;
    const answers = calls.map(([method, path, body]) =>
      fetch(path, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
    return (await Promise.all(answers)).map(({ status }) => status);
  });
  expect(statuses).toEqual(statuses.map(() => 403));
});

test('another site cannot change anything with the cookie of a signed-in person', async ({
  browser,
}) => {
  const context = await browser.newContext({ storageState: ownerState });
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of foreign) {
    const answer = await context.request.post('/api/v1/endpoints', {
      headers,
      data: { name: 'forged' },
    });
    expect(answer.status()).toBe(403);
  }
  const form = await context.request.post('/api/v1/endpoints', {
    headers: { 'sec-fetch-site': 'same-origin' },
    form: { name: 'forged' },
  });
  expect(form.status()).toBe(403);
  await context.close();
});

test('"sign out everywhere" ends the sessions of all devices', async ({ browser, page }) => {
  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, lena);
  await expect(other.getByRole('heading', { name: 'Home' })).toBeVisible();
  await signIn(page, lena);
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible();
  await page.evaluate(() =>
    fetch('/api/v1/me/sign-out-everywhere', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    }),
  );
  await other.goto('/');
  await expect(other).toHaveURL('/signin');
  await context.close();
});

test('an address that leads nowhere says what to do', async ({ page }) => {
  const answer = await page.goto('/no/such/page');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await expectAccessible(page);
  expect((await page.request.get('/workflows/%E0%A4%A')).status()).toBe(404);
});

test('pages load nothing from elsewhere and run no foreign script', async ({ page }) => {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(process.env.HOOKLINE_E2E_URL ?? '-'))
      problems.push(request.url());
  });
  const answer = await page.goto('/signin');
  expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'");
  await page.getByText('Forgot it?').click();
  await expect(page.getByText('An owner can remove you')).toBeVisible();
  await page.getByRole('button', { name: 'Theme: System' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(problems).toEqual([]);
});
