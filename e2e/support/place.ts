import type { Locator, Page } from '@playwright/test';
import type { Text, TextKey } from '#lib/i18n/text.ts';

export type WorldIds = Record<
  'workflow' | 'newWorkflow' | 'endpoint' | 'rejected' | 'ran' | 'failedRun',
  string
>;

/** A main state of a page: where it is, how to get it there, and what shows that it is there. */
export type Place = {
  name: string;
  path: string | ((ids: WorldIds) => string);
  /** Goes on where the place before it ended, if that is at the same address. */
  follows?: true;
  open?(page: Page, text: Text): Promise<void>;
  shows(page: Page, text: Text): Locator;
};

export function heading(key: TextKey): Place['shows'] {
  return (page, text) => page.getByRole('heading', { name: text(key) });
}

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true }).filter({ visible: true }).first();
}
