import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The page has no serious or critical problem of access in either theme. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNone(page, { theme: 'light' });
  // The dark theme changes colours and nothing else.
  await expectNone(page, { theme: 'dark', rules: ['color-contrast', 'link-in-text-block'] });
}

/** The same without colours, for a page that was seen in another language. */
export async function expectAccessibleWords(page: Page): Promise<void> {
  await expectNone(page, { theme: 'light', without: ['color-contrast'] });
}

type Look = { theme: 'light' | 'dark'; rules?: string[]; without?: string[] };

async function expectNone(page: Page, { theme, rules, without = [] }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await transitionsOver(page);
  // No page of ours has frames: the legacy mode opens no second page to gather what they say.
  const axe = new AxeBuilder({ page }).setLegacyMode().disableRules(without);
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(levels)).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const said = serious.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => [id, html, failureSummary]),
  );
  expect(said).toEqual([]);
}

/** Colours on their way from one theme to the other have the contrast of neither. */
async function transitionsOver(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const running = document.getAnimations().filter((each) => each instanceof CSSTransition);
    await Promise.allSettled(running.map(({ finished }) => finished));
  });
}
