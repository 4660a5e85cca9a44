import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Locale, localeCookie, locales } from '#lib/i18n/locale.ts';
import { textIn } from '#lib/i18n/text-in.ts';
import { expectAccessible, expectAccessibleWords } from './support/access.ts';
import { mika, pageOf } from './support/people.ts';
import type { Place, WorldIds } from './support/place.ts';
import { emptyPlaces, places, signedOutPlaces } from './support/places.ts';
import { Receiver } from './support/receiver.ts';
import { clearWorld, fillWorld } from './support/world.ts';

/** Every page and main state: for everybody to use, in both languages and themes, on phones too. */
test.describe.configure({ timeout: 60_000 });

const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };
const receiver = new Receiver();
let owner: Page;
let ids: WorldIds | undefined;
let signedIn: Record<Locale, Page>;
let signedOut: Record<Locale, Page>;

test.beforeAll(async ({ browser }) => {
  owner = await pageOf(browser, mika);
  const storageState = await owner.context().storageState();
  signedIn = await inBoth(browser, { storageState });
  signedOut = await inBoth(browser, {});
});

test.afterAll(async () => {
  for (const page of [owner, ...Object.values(signedIn), ...Object.values(signedOut)]) {
    await page.context().close();
  }
  await receiver.close();
});

type Options = Parameters<Browser['newContext']>[0];

async function inBoth(browser: Browser, options: Options): Promise<Record<Locale, Page>> {
  const [en, ja] = await Promise.all(
    locales.map(async (locale) => {
      const context = await browser.newContext({ ...options, viewport: desk });
      const url = process.env.HOOKLINE_E2E_URL ?? '';
      await context.addCookies([{ name: localeCookie, value: locale, url }]);
      return await context.newPage();
    }),
  );
  return { en, ja } as Record<Locale, Page>;
}

async function look(pages: Record<Locale, Page>, place: Place): Promise<void> {
  for (const locale of locales) {
    const [page, text] = [pages[locale], textIn(locale)];
    await goTo(page, place);
    await place.open?.(page, text);
    await expect(place.shows(page, text)).toBeVisible();
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    await (locale === 'en' ? expectAccessible(page) : expectAccessibleWords(page));
    await page.setViewportSize(phone);
    const message = `${place.name}, ${locale}`;
    await expect.poll(() => widthOf(page), { message }).toBe(390);
    await expect.poll(() => page.evaluate(cutOff), { message }).toEqual([]);
    await page.setViewportSize(desk);
    await page.unrouteAll();
  }
}

async function goTo(page: Page, { path, follows }: Place): Promise<void> {
  const url = typeof path === 'string' ? path : path(known(ids));
  if (!(follows && page.url().endsWith(url))) await page.goto(url);
}

async function widthOf(page: Page): Promise<number | undefined> {
  return await page.evaluate(() => document.scrollingElement?.scrollWidth);
}

/** What stands out of the page to the right, where nobody can scroll to it: its text, or its class. */
function cutOff(): string[] {
  const isReached = (element: Element): boolean => {
    const { overflowX, clipPath } = getComputedStyle(element);
    if (clipPath !== 'none' || /auto|scroll/.test(overflowX)) return true;
    if (element.matches('.react-flow')) return true;
    return element.parentElement !== null && isReached(element.parentElement);
  };
  // Text that ends in dots is cut on purpose.
  const isText = (element: Element) => getComputedStyle(element).textOverflow === 'ellipsis';
  return [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
    .filter((element) => element.checkVisibility() && !isText(element) && !isReached(element))
    .map((element) => element.textContent.trim().slice(0, 60) || String(element.className))
    .slice(0, 5);
}

function known(made: WorldIds | undefined): WorldIds {
  if (!made) throw new Error('There is nothing yet.');
  return made;
}

for (const place of signedOutPlaces) test(place.name, () => look(signedOut, place));

test.describe('before there is anything', () => {
  test.beforeAll(() => clearWorld(owner));
  for (const place of emptyPlaces) test(place.name, () => look(signedIn, place));
});

test.describe('in use', () => {
  test.beforeAll(async () => {
    await clearWorld(owner);
    ids = await fillWorld(owner, receiver);
  });
  for (const place of places) test(place.name, () => look(signedIn, place));
});
