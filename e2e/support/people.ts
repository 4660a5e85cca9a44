import type { Page } from '@playwright/test';

/** Made by the stories of `people.spec.ts`; every other file signs in as one of them. */
export const mika = { email: 'mika@acme.example', password: 'a long enough password' };
export const lena = { email: 'lena@acme.example', password: 'another long password' };

export async function signIn(page: Page, who: { email: string; password: string }): Promise<void> {
  await page.goto('/signin');
  await page.getByLabel('Email').fill(who.email);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
