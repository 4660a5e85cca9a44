import { expect, type Locator, type Page } from '@playwright/test';

const farthest = 80;

/** A page as somebody meets it who has no mouse: nothing is clicked, and nothing is typed but where the focus is. */
export class Keys {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** By Tab, or Shift+Tab, from where the focus is. */
  async goTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(target).toBeVisible();
    for (let count = 0; count < farthest; count += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press(key);
    }
    await expect(target).toBeFocused({ timeout: 1 });
  }

  async pressOn(target: Locator, key = 'Enter'): Promise<void> {
    await this.goTo(target);
    await this.press(key);
  }

  /** Into a list with a field over it, that has just been asked for by its key. */
  async choose(list: string, wanted: string): Promise<void> {
    await expect(this.page.getByRole('combobox', { name: list })).toBeFocused();
    await this.type(wanted);
    await this.press('Enter');
  }

  /** A browser whose focus was taken away begins again at the top of the page. */
  async expectFocusKept(): Promise<void> {
    const isLost = () => this.page.evaluate(() => document.activeElement === document.body);
    await expect.poll(isLost).toBe(false);
  }
}
