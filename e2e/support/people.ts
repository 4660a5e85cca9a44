import { type Browser, expect, type Page } from '@playwright/test';
import { call } from './api.ts';

export type Person = { email: string; password: string };

/** Made by the stories of `people.spec.ts`; every other file signs in as one of them. */
export const mika = { email: 'mika@acme.example', password: 'a long enough password' };
export const lena = { email: 'lena@acme.example', password: 'another long password' };

/** For pages that copy and paste. */
export const withClipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

export async function signIn(page: Page, who: Person): Promise<void> {
  await page.goto('/signin');
  await page.getByLabel('Email').fill(who.email);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** A page of a browser of its own, where this person is at Home. */
export async function pageOf(
  browser: Browser,
  who: Person,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await signIn(page, who);
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible();
  return page;
}

export type Joining = Person & { name: string; role: 'owner' | 'editor' | 'viewer' };

/** Makes a member by an invitation of the owner whose page this is. */
export async function join(owner: Page, { email, password, name, role }: Joining): Promise<void> {
  const { inviteUrl } = await call<{ inviteUrl: string }>(owner, 'POST /api/v1/members', {
    email,
    role,
  });
  const code = new URL(inviteUrl).searchParams.get('code');
  await call(owner, 'POST /api/invitation', { code, name, password });
}
