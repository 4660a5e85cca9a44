import { defineConfig } from '@playwright/test';

/**
 * Run by `npm run test:e2e` (scripts/suites/browser.mjs), which starts a server and says in the
 * environment where it is, how to claim it and which Chromium to use.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: process.env.HOOKLINE_E2E_OUTPUT ?? 'test-results',
  // One server and one claim: whoever it is claimed by is needed by all other files.
  projects: [
    { name: 'people', testMatch: 'people.spec.ts' },
    {
      name: 'screens',
      testMatch: '*.spec.ts',
      testIgnore: 'people.spec.ts',
      dependencies: ['people'],
    },
  ],
  // The stories build on each other within a file; files run one by one.
  workers: 1,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.HOOKLINE_E2E_URL,
    locale: 'en-GB',
    launchOptions: {
      executablePath: process.env.HOOKLINE_E2E_CHROMIUM,
      // Chromium's sandbox refuses root.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
});
