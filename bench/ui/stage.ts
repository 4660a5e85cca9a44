import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/suites/chromium.mjs';
import { testPages } from '../../scripts/suites/pages.mjs';
import { startTestServer } from '../../scripts/suites/test-server.mjs';

export type Stage = {
  url: string;
  /** Where CPU profiles go, if they are wanted. */
  profileFolder: string | undefined;
  /** A page of the owner's, in a browser that has loaded nothing yet. */
  openPage(): Promise<Page>;
  post<T>(path: string, body: object): Promise<T>;
  close(): Promise<void>;
};

const token = 'the token of the screens bench, 32 and more';
const owner = { email: 'mika@acme.example', password: 'a long enough password' };
const viewport = { width: 1440, height: 900 };

/** A server with an owner and nothing else, and a Chromium that knows the owner. */
export async function openStage(profileFolder: string | undefined): Promise<Stage> {
  const server = await startTestServer({
    HOOKLINE_DIST: testPages,
    HOOKLINE_API_TOKEN: token,
    HOOKLINE_ADMIN_EMAIL: owner.email,
    HOOKLINE_ADMIN_PASSWORD: owner.password,
    HOOKLINE_LOG_LEVEL: 'warn',
  });
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    // Chromium's sandbox refuses root.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const storageState = await signIn(browser, server.url);
  const contexts: BrowserContext[] = [];
  return {
    url: server.url,
    profileFolder,
    async openPage() {
      const context = await browser.newContext({ storageState, viewport, baseURL: server.url });
      contexts.push(context);
      return context.newPage();
    },
    async post<T>(path: string, body: object) {
      const response = await fetch(server.url + path, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
      await server.stop();
    },
  };
}

async function signIn(browser: Browser, url: string) {
  const context = await browser.newContext({ viewport, baseURL: url });
  const page = await context.newPage();
  await page.goto('/signin');
  await page.getByLabel('Email').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('/');
  const state = await context.storageState();
  await context.close();
  return state;
}
